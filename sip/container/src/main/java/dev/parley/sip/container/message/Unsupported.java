package dev.parley.sip.container.message;

/** Says plainly what this container does not do, instead of doing it half. See the module's README. */
public final class Unsupported {
    private Unsupported() {}

    /** For what exists in HTTP only. */
    public static UnsupportedOperationException inSip(String what) {
        return new UnsupportedOperationException(what + " has no meaning for SIP");
    }

    /** For parts of the SIP Servlet API that this container does not have. */
    public static UnsupportedOperationException here(String what) {
        return new UnsupportedOperationException(what + " is not part of this SIP servlet container");
    }
}

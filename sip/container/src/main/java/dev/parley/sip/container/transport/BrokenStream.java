package dev.parley.sip.container.transport;

/** A stream lost its framing, so nothing after this point can be trusted and the connection must end. */
final class BrokenStream extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient byte[] start;

    BrokenStream(int status, String reason, byte[] start) {
        super(reason);
        this.status = status;
        this.start = start;
    }

    /** The SIP status that tells the peer what was wrong. */
    int status() {
        return status;
    }

    /** What had come when the framing broke. */
    byte[] start() {
        return start;
    }
}

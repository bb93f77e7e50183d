package dev.parley.sip.container.session;

/** No session can be made now. The container answers 503. */
public final class TooManySessions extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    TooManySessions(int maximum) {
        super("There are " + maximum + " application sessions already");
    }
}

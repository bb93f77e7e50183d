package dev.parley.web.socket.transport;

/** Why a socket was closed, as in the contract. */
public enum CloseCode {
    UNSUPPORTED(1003),
    TOO_BIG(1009),
    RESTART(1012),
    PROTOCOL(4000),
    NOT_AUTHENTICATED(4001),
    SIGNED_OUT(4003),
    /** Reconnect and resume; also after a change of the role. */
    TOO_SLOW(4008),
    TOO_MANY(4029);

    private final int code;

    CloseCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}

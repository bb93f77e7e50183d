package dev.parley.sip.app;

import java.util.Map;

/** A registration is not taken, and why, in the words of SIP. Never crosses a door: the desk decides, it does not throw. */
final class RegistrationRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers;

    RegistrationRefused(int status, String reason) {
        this(status, reason, Map.of());
    }

    RegistrationRefused(int status, String reason, Map<String, String> headers) {
        super(reason);
        this.status = status;
        this.headers = Map.copyOf(headers);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }
}

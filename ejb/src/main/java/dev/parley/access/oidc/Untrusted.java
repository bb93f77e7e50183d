package dev.parley.access.oidc;

/** What a provider or a browser brought proves nothing. The message is for the operator's log and names no secret. */
public class Untrusted extends Exception {
    private static final long serialVersionUID = 1;

    public Untrusted(String message) {
        super(message);
    }

    public Untrusted(String message, Throwable cause) {
        super(message, cause);
    }
}

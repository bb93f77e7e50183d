package dev.parley.access.passkey;

/** The answer of an authenticator does not prove what it says. */
public class NotProven extends Exception {
    private static final long serialVersionUID = 1;

    NotProven(Throwable cause) {
        super(cause.getMessage(), cause);
    }

    NotProven(String message) {
        super(message);
    }
}

package dev.parley.access.passkey;

/** The signature is right, and its counter is not above the last one seen: the key seems to exist twice. */
public class Copied extends NotProven {
    private static final long serialVersionUID = 1;

    Copied(Throwable cause) {
        super(cause);
    }
}

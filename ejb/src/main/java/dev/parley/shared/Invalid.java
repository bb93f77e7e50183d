package dev.parley.shared;

/** What was sent cannot be understood or breaks a rule; the message says which. */
public class Invalid extends DeskException {
    public Invalid(String message) {
        super(message);
    }

    public Invalid(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "invalid";
    }

    @Override
    public int status() {
        return 400;
    }
}

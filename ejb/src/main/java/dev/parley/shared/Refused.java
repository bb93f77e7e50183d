package dev.parley.shared;

/** The domain says no, and why: already taken, already closed, over the capacity. */
public class Refused extends DeskException {
    public Refused(String message) {
        super(message);
    }

    public Refused(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "conflict";
    }

    @Override
    public int status() {
        return 409;
    }
}

package dev.parley.shared;

/** More than the documented limit. */
public class TooLarge extends DeskException {
    public TooLarge(String message) {
        super(message);
    }

    public TooLarge(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "too-large";
    }

    @Override
    public int status() {
        return 413;
    }
}

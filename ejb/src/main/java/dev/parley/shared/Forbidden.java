package dev.parley.shared;

/** The caller is known, and its role may not do this. */
public class Forbidden extends DeskException {
    public Forbidden(String message) {
        super(message);
    }

    public Forbidden(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "forbidden";
    }

    @Override
    public int status() {
        return 403;
    }
}

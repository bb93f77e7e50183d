package dev.parley.shared;

/** It could not be done now and nothing of it was kept; the client tries again. */
public class Unavailable extends DeskException {
    public Unavailable(String message) {
        super(message);
    }

    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "unavailable";
    }

    @Override
    public int status() {
        return 503;
    }

    @Override
    public boolean retry() {
        return true;
    }
}

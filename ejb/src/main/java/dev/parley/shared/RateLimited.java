package dev.parley.shared;

/** Too often; the same again is welcome later. */
public class RateLimited extends DeskException {
    public RateLimited(String message) {
        super(message);
    }

    public RateLimited(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "rate-limited";
    }

    @Override
    public int status() {
        return 429;
    }

    @Override
    public boolean retry() {
        return true;
    }
}

package dev.parley.shared;

import java.time.Duration;

/** Too often; the same again is welcome after {@link #retryAfter()}. */
public class RateLimited extends DeskException {
    private final Duration retryAfter;

    /** The same again is welcome in a minute. */
    public RateLimited(String message) {
        this(message, Duration.ofMinutes(1));
    }

    public RateLimited(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** How long to wait; at least a second. */
    public Duration retryAfter() {
        return retryAfter.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : retryAfter;
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

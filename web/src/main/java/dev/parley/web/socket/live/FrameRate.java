package dev.parley.web.socket.live;

/** How many frames one socket may send: a burst, and so many a second on the long run. Not thread-safe: a socket's frames come one by one. */
public final class FrameRate {
    private static final double BURST = 200;
    private static final double PER_SECOND = 50;

    private final boolean lifted;
    private double left = BURST;
    private long at = System.nanoTime();

    /** @param lifted counts nothing: {@code PARLEY_RATE_LIMIT=off} in a demo */
    public FrameRate(boolean lifted) {
        this.lifted = lifted;
    }

    boolean take() {
        if (lifted) return true;
        long now = System.nanoTime();
        left = Math.min(BURST, left + (now - at) * PER_SECOND / 1e9);
        at = now;
        if (left < 1) return false;
        left--;
        return true;
    }
}

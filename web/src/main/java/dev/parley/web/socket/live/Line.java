package dev.parley.web.socket.live;

import dev.parley.web.socket.transport.Connection;
import java.util.concurrent.TimeUnit;

/** One socket from its handshake on: what is known of it before and after hello, and when it was last heard. */
public final class Line {
    /** A client says hello within this. */
    static final long HELLO_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** Two beats not answered. */
    static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(45);

    private static final int MAX_NONSENSE = 20;

    private final Connection connection;
    private final boolean forAgents;
    private final String address;
    private final String origin;
    private final boolean ownOrigin;
    private final FrameRate rate;
    private final long openedAt = System.nanoTime();
    private volatile long heardAt = openedAt;
    private volatile LiveSession session;
    private boolean left;
    private int nonsense;

    /**
     * @param address of the client
     * @param origin of the page, null without a browser
     * @param ownOrigin whether it is one of Parley's own
     */
    public Line(
            Connection connection,
            boolean forAgents,
            String address,
            String origin,
            boolean ownOrigin,
            FrameRate rate) {
        this.connection = connection;
        this.forAgents = forAgents;
        this.address = address;
        this.origin = origin;
        this.ownOrigin = ownOrigin;
        this.rate = rate;
    }

    public Connection connection() {
        return connection;
    }

    boolean forAgents() {
        return forAgents;
    }

    String address() {
        return address;
    }

    String origin() {
        return origin;
    }

    boolean isOwnOrigin() {
        return ownOrigin;
    }

    /** Null before hello. */
    LiveSession session() {
        return session;
    }

    synchronized void greeted(LiveSession greeted) {
        session = greeted;
        left = false;
    }

    /** @return the session, the first time only; null before hello */
    synchronized LiveSession leave() {
        if (left || session == null) return null;
        left = true;
        return session;
    }

    void heard() {
        heardAt = System.nanoTime();
    }

    boolean mayHear() {
        return rate.take();
    }

    /** Counts a frame that could not be understood; true when there were too many. */
    boolean isHopeless() {
        return ++nonsense >= MAX_NONSENSE;
    }

    /** Whether nobody says hello, or nobody answers any more. */
    boolean isDead(long now) {
        return session == null ? now - openedAt > HELLO_NANOS : now - heardAt > SILENCE_NANOS;
    }
}

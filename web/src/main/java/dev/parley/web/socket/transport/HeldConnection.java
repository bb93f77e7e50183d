package dev.parley.web.socket.transport;

import java.util.ArrayList;
import java.util.List;

/**
 * A connection that keeps what it is to send until its first frame has gone out, so that news which come while a client is still being
 * greeted follow the greeting. It keeps at most {@value #MAX_FRAMES} frames: greeting may take a moment on a busy day, not longer.
 */
public final class HeldConnection implements Connection {
    static final int MAX_FRAMES = 2_000;

    private final Connection wire;
    private final List<String> kept = new ArrayList<>();
    private final List<Runnable> written = new ArrayList<>();
    private volatile boolean open;

    public HeldConnection(Connection wire) {
        this.wire = wire;
    }

    /** Sends {@code first}, then what was kept, and from now on everything at once. To be called once. */
    public synchronized void open(String first) {
        wire.send(first);
        var told = List.copyOf(written);
        if (!kept.isEmpty()) wire.sendPage(List.copyOf(kept), () -> told.forEach(Runnable::run));
        kept.clear();
        written.clear();
        open = true;
    }

    @Override
    public String id() {
        return wire.id();
    }

    @Override
    public void send(String frame) {
        if (open || !keep(List.of(frame), null)) wire.send(frame);
    }

    @Override
    public void send(String frame, Runnable written) {
        if (open || !keep(List.of(frame), written)) wire.send(frame, written);
    }

    @Override
    public void sendPage(List<String> frames, Runnable written) {
        if (open || !keep(frames, written)) wire.sendPage(frames, written);
    }

    private synchronized boolean keep(List<String> frames, Runnable whenWritten) {
        if (open) return false;
        if (kept.size() + frames.size() > MAX_FRAMES) {
            wire.close(CloseCode.TOO_SLOW, "too slow: reconnect and resume");
            return true;
        }
        kept.addAll(frames);
        if (whenWritten != null) written.add(whenWritten);
        return true;
    }

    @Override
    public void close(CloseCode code, String reason) {
        wire.close(code, reason);
    }

    @Override
    public boolean isOpen() {
        return wire.isOpen();
    }
}

package dev.parley.web.socket.transport;

import java.util.ArrayList;
import java.util.List;

/**
 * A connection that keeps what it is to send until its first frame has gone out, so that news which come while a client is still being
 * greeted follow the greeting. What it keeps is bounded as what waits for a socket is.
 */
public final class HeldConnection implements Connection {
    private final Connection wire;
    private List<Runnable> kept = new ArrayList<>();
    private volatile boolean open;

    public HeldConnection(Connection wire) {
        this.wire = wire;
    }

    /** Sends {@code first}, then what was kept, and from now on everything at once. To be called once. */
    public synchronized void open(String first) {
        wire.send(first);
        kept.forEach(Runnable::run);
        kept = null;
        open = true;
    }

    @Override
    public String id() {
        return wire.id();
    }

    @Override
    public void send(String frame) {
        if (open || !keep(() -> wire.send(frame))) wire.send(frame);
    }

    @Override
    public void send(String frame, Runnable written) {
        if (open || !keep(() -> wire.send(frame, written))) wire.send(frame, written);
    }

    @Override
    public void sendPage(List<String> frames, Runnable written) {
        if (open || !keep(() -> wire.sendPage(frames, written))) wire.sendPage(frames, written);
    }

    private synchronized boolean keep(Runnable sending) {
        if (open) return false;
        if (kept.size() < Outbound.MAX_FRAMES) kept.add(sending);
        else wire.close(CloseCode.TOO_SLOW, "too slow: reconnect and resume");
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

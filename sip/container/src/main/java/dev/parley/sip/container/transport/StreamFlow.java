package dev.parley.sip.container.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One accepted TCP connection. Anyone may send; the listener's thread alone reads and writes, since the interruption of a
 * thread that writes would close the connection.
 */
final class StreamFlow implements Flow {
    /** A peer that leaves more than this unread is cut off rather than kept in memory. */
    static final int MAX_UNREAD = 256 * 1024;

    private static final byte[] PONG = {'\r', '\n'};

    private final StreamListener listener;
    private final SocketChannel socket;
    private final SelectionKey key;
    private final InetSocketAddress peer;
    private final InetSocketAddress local;
    private final StreamFraming framing = new StreamFraming(Listener.MAX_MESSAGE);
    private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
    private int unsentBytes;
    private boolean closing;
    private volatile long lastHeard = System.nanoTime();
    private volatile long unfinishedSince;

    StreamFlow(StreamListener listener, SocketChannel socket, SelectionKey key, InetSocketAddress peer)
            throws IOException {
        this.listener = listener;
        this.socket = socket;
        this.key = key;
        this.peer = peer;
        this.local = (InetSocketAddress) socket.getLocalAddress();
    }

    /** Takes what the peer sent and passes on the messages it completes. */
    void read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        if (socket.read(buffer) < 0) {
            close();
            return;
        }
        lastHeard = System.nanoTime();
        buffer.flip();
        boolean wasPartial = framing.isPartial();
        try {
            boolean completed = false;
            for (byte[] message : framing.feed(buffer)) {
                completed = true;
                if (message == StreamFraming.PING) {
                    send(PONG);
                } else {
                    listener.intake.received(this, message);
                }
            }
            if (!wasPartial || completed) {
                unfinishedSince = lastHeard;
            }
        } catch (BrokenStream broken) {
            listener.intake.broken(this, broken.start(), broken.status(), broken.getMessage());
            closeWhenSent();
        }
    }

    @Override
    public synchronized void send(byte[] message) throws IOException {
        if (closing || !socket.isOpen()) {
            throw new IOException("The connection from " + peer + " has ended");
        }
        if (unsentBytes + message.length > MAX_UNREAD) {
            close();
            throw new IOException("The peer " + peer + " does not read");
        }
        unsent.add(ByteBuffer.wrap(message));
        unsentBytes += message.length;
        wantWriting();
    }

    private void wantWriting() throws IOException {
        try {
            key.interestOpsOr(SelectionKey.OP_WRITE);
            key.selector().wakeup();
        } catch (CancelledKeyException ended) {
            throw new IOException("The connection from " + peer + " has ended", ended);
        }
    }

    /** Goes on with what the socket would not take before. */
    synchronized void write() throws IOException {
        if (drain()) {
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    private boolean drain() throws IOException {
        while (!unsent.isEmpty()) {
            ByteBuffer next = unsent.peek();
            unsentBytes -= socket.write(next);
            if (next.hasRemaining()) {
                return false;
            }
            unsent.remove();
        }
        if (closing) {
            close();
        }
        return true;
    }

    /** Called by the listener's thread. */
    private synchronized void closeWhenSent() throws IOException {
        closing = true;
        key.interestOps(SelectionKey.OP_WRITE);
        drain();
    }

    /** Ends a connection whose message stays unfinished, or which has been silent for long. */
    void closeIfOverdue() {
        long now = System.nanoTime();
        boolean stuck = framing.isPartial() && now - unfinishedSince > StreamListener.UNFINISHED.toNanos();
        if (stuck || now - lastHeard > StreamListener.SILENT.toNanos()) {
            close();
        }
    }

    @Override
    public void close() {
        listener.forget(this);
        key.cancel();
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }

    @Override
    public String transport() {
        return "tcp";
    }

    @Override
    public InetSocketAddress remote() {
        return peer;
    }

    @Override
    public InetSocketAddress local() {
        return local;
    }

    @Override
    public boolean reliable() {
        return true;
    }
}

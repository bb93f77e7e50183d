package dev.parley.file.scan;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A connection that ends at a deadline whatever the other side does. A plain socket has a time-out for reading only: a daemon that stops
 * reading would hold its thread for ever.
 */
final class DeadlineChannel implements Closeable {
    private static final int LONGEST_LINE = 1024;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final long end;

    /** @throws IOException if there is no connection before the deadline */
    DeadlineChannel(InetSocketAddress to, Duration deadline) throws IOException {
        if (to.isUnresolved()) throw new IOException("unknown host " + to.getHostString());
        end = System.nanoTime() + deadline.toNanos();
        channel = SocketChannel.open();
        Selector opened = null;
        try {
            opened = Selector.open();
            channel.configureBlocking(false);
            key = channel.register(opened, SelectionKey.OP_CONNECT);
            if (!channel.connect(to)) {
                selectOnce(opened, SelectionKey.OP_CONNECT);
                channel.finishConnect();
            }
        } catch (IOException | RuntimeException e) {
            if (opened != null) opened.close();
            channel.close();
            throw e;
        }
        selector = opened;
    }

    /**
     * Writes all of it.
     *
     * @return false, with some of it perhaps unsent, as soon as the other side has something to say, or takes no more: then it may
     *     have said why
     */
    boolean write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if ((selectOnce(selector, SelectionKey.OP_WRITE | SelectionKey.OP_READ) & SelectionKey.OP_READ) != 0)
                return false;
            try {
                channel.write(bytes);
            } catch (IOException closed) {
                return false;
            }
        }
        return true;
    }

    /** Reads up to the first NUL, or to the end of what the other side says. @throws IOException if it says nothing */
    String readLine() throws IOException {
        ByteBuffer line = ByteBuffer.allocate(LONGEST_LINE);
        while (line.hasRemaining()) {
            selectOnce(selector, SelectionKey.OP_READ);
            int from = line.position();
            if (channel.read(line) < 0) break;
            for (int i = from; i < line.position(); i++)
                if (line.get(i) == 0) return text(line.limit(i).rewind());
        }
        if (line.position() == 0) throw new IOException("The scanner closed the connection without an answer.");
        return text(line.flip());
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    private int selectOnce(Selector by, int interest) throws IOException {
        key.interestOps(interest);
        while (true) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) throw new SocketTimeoutException("The scanner did not answer in time.");
            by.selectedKeys().clear();
            if (by.select(left) > 0) return key.readyOps();
            if (Thread.currentThread().isInterrupted())
                throw new IOException("Interrupted while the scanner was asked.");
        }
    }

    @Override
    public void close() throws IOException {
        try (selector) {
            channel.close();
        }
    }
}

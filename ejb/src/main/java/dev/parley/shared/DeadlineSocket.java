package dev.parley.shared;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A socket that reads until a moment and no longer, however slowly the other side drips; also below TLS. */
public final class DeadlineSocket extends Socket {
    private final long deadline;

    public DeadlineSocket(Duration life) {
        deadline = System.nanoTime() + life.toNanos();
    }

    /** What is left, at least a millisecond. @throws SocketTimeoutException if nothing is */
    public int left() throws SocketTimeoutException {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) throw new SocketTimeoutException("the other side took too long");
        return (int) Math.max(1, millis);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                setSoTimeout(left());
                return super.read();
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                setSoTimeout(left());
                return super.read(into, from, length);
            }
        };
    }
}

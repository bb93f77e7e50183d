package dev.parley.file.scan;

import dev.parley.file.FileScanner;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * ClamAV's daemon over TCP, by its {@code INSTREAM} command: chunks with their length before them, a chunk of no length at the end, one
 * line as the answer. The daemon limits the stream ({@code StreamMaxLength}, 25 MB unless set) and says so while bytes are still being
 * sent.
 */
public final class ClamAvScanner implements FileScanner {
    /** Small enough to notice the daemon's early answer, large enough to cost nothing. */
    private static final int CHUNK = 64 * 1024;

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final Duration ENOUGH = Duration.ofMinutes(2);

    private final InetSocketAddress daemon;
    private final Duration deadline;

    public ClamAvScanner(InetSocketAddress daemon) {
        this(daemon, ENOUGH);
    }

    /** @param deadline for one file, from connecting to the answer */
    public ClamAvScanner(InetSocketAddress daemon, Duration deadline) {
        this.daemon = daemon;
        this.deadline = deadline;
    }

    @Override
    public boolean configured() {
        return true;
    }

    @Override
    public Verdict scan(InputStream content) throws IOException {
        try (var line = new DeadlineChannel(resolved(), deadline)) {
            if (send(line, content)) line.write(ByteBuffer.allocate(Integer.BYTES));
            return verdict(line.readLine());
        }
    }

    /** A name is looked up at each scan: the daemon may have moved. */
    private InetSocketAddress resolved() {
        return new InetSocketAddress(daemon.getHostString(), daemon.getPort());
    }

    /** @return false where the daemon has answered before the end */
    private static boolean send(DeadlineChannel line, InputStream content) throws IOException {
        line.write(ByteBuffer.wrap(COMMAND));
        byte[] chunk = new byte[CHUNK];
        for (int n = content.read(chunk); n >= 0; n = content.read(chunk)) {
            if (n == 0) continue; // a length of 0 would end the stream
            ByteBuffer framed = ByteBuffer.allocate(Integer.BYTES + n)
                    .putInt(n)
                    .put(chunk, 0, n)
                    .flip();
            if (!line.write(framed)) return false;
        }
        return true;
    }

    private static Verdict verdict(String answer) throws IOException {
        String text = answer.strip();
        if (text.equals("stream: OK")) return new Clean();
        if (text.startsWith("stream: ") && text.endsWith(" FOUND")) {
            return new Infected(text.substring("stream: ".length(), text.length() - " FOUND".length()));
        }
        if (text.startsWith("INSTREAM size limit exceeded")) {
            return new Unscannable("larger than the scanner's StreamMaxLength");
        }
        throw new IOException("The scanner answered: " + text);
    }
}

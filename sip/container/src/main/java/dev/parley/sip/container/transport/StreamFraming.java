package dev.parley.sip.container.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a byte stream into messages by their Content-Length (RFC 3261 section 18.3), however the bytes are sliced. Never
 * holds more than the largest message allowed, whatever length a peer announces. Belongs to one connection and one thread.
 */
final class StreamFraming {
    /** Stands in the result of {@link #feed} for a keep-alive that wants an answer (RFC 5626 section 4.4.1). */
    static final byte[] PING = {'\r', '\n', '\r', '\n'};

    private static final int UNKNOWN = -1;

    private final int maximum;
    private byte[] held = new byte[2048];
    private int size;
    private int scanned;
    private int length = UNKNOWN;

    StreamFraming(int maximum) {
        this.maximum = maximum;
    }

    /** Whether part of a message has come and the rest is awaited. */
    boolean isPartial() {
        return size > 0 && held[0] != '\r';
    }

    /**
     * Takes the next bytes and gives the messages they complete, in order.
     *
     * @throws BrokenStream if no message can be found any more
     */
    List<byte[]> feed(ByteBuffer bytes) throws BrokenStream {
        List<byte[]> messages = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int taken = Math.min(bytes.remaining(), maximum + 1 - size);
            if (taken == 0) {
                throw broken(513, "Message Too Large");
            }
            reserve(taken);
            bytes.get(held, size, taken);
            size += taken;
            cut(messages);
        }
        return messages;
    }

    private void cut(List<byte[]> messages) throws BrokenStream {
        while (dropKeepAlive(messages) && findLength() && size >= length) {
            messages.add(Arrays.copyOf(held, length));
            drop(length);
        }
    }

    /** Removes blank lines before a message. False while nothing of a message has come. */
    private boolean dropKeepAlive(List<byte[]> messages) {
        if (length != UNKNOWN) {
            return true;
        }
        while (size >= 2 && held[0] == '\r' && held[1] == '\n') {
            boolean ping = size >= 4 && held[2] == '\r' && held[3] == '\n';
            boolean undecided = size == 2 || size == 3 && held[2] == '\r';
            if (undecided) {
                return false;
            }
            if (ping) {
                messages.add(PING);
            }
            drop(ping ? 4 : 2);
        }
        return size > 0;
    }

    private boolean findLength() throws BrokenStream {
        if (length != UNKNOWN) {
            return true;
        }
        int end = endOfHeaders();
        if (end == UNKNOWN) {
            if (size > maximum) {
                throw broken(513, "Message Too Large");
            }
            return false;
        }
        length = end + contentLength(new String(held, 0, end, StandardCharsets.ISO_8859_1));
        if (length > maximum) {
            throw broken(513, "Message Too Large");
        }
        return true;
    }

    private int endOfHeaders() {
        for (int i = Math.max(3, scanned); i < size; i++) {
            if (held[i] == '\n' && held[i - 1] == '\r' && held[i - 2] == '\n' && held[i - 3] == '\r') {
                return i + 1;
            }
        }
        scanned = size;
        return UNKNOWN;
    }

    private int contentLength(String headers) throws BrokenStream {
        int found = UNKNOWN;
        for (String line : headers.replaceAll("\r\n[ \t]+", " ").split("\r\n")) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).trim().toLowerCase(Locale.ROOT);
            if (name.equals("content-length") || name.equals("l")) {
                int value = number(line.substring(colon + 1).trim());
                if (found != UNKNOWN && found != value) {
                    // two lengths: the peer and something between us could see different messages
                    throw broken(400, "Contradicting Content-Length");
                }
                found = value;
            }
        }
        if (found == UNKNOWN) {
            throw broken(400, "Missing Content-Length");
        }
        return found;
    }

    private int number(String digits) throws BrokenStream {
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw broken(400, "Bad Content-Length");
        }
        String significant = digits.replaceFirst("^0+(?=.)", "");
        if (significant.length() > 9) {
            throw broken(513, "Message Too Large");
        }
        return Integer.parseInt(significant);
    }

    private void reserve(int more) {
        if (size + more > held.length) {
            held = Arrays.copyOf(held, Math.max(size + more, Math.min(held.length * 2, maximum + 1)));
        }
    }

    private void drop(int count) {
        System.arraycopy(held, count, held, 0, size - count);
        size -= count;
        scanned = 0;
        length = UNKNOWN;
    }

    private BrokenStream broken(int status, String reason) {
        return new BrokenStream(status, reason, Arrays.copyOf(held, size));
    }
}

package dev.parley.web.socket.transport;

/**
 * Puts the pieces of a message together and counts them. Undertow ignores {@code maxMessageSize}, and both containers keep any number of
 * pieces: so the endpoint takes partial messages and counts itself.
 */
public final class Assembler {
    /** 64 KiB of UTF-8. */
    public static final int MAX_BYTES = 64 * 1024;

    static final int MAX_PIECES = 64;

    private final StringBuilder pieces = new StringBuilder(0);
    private int bytes;
    private int count;

    /** More than a frame may have. */
    public static final class TooBig extends Exception {
        TooBig() {
            super("a frame has at most 64 KiB in 64 pieces", null, false, false);
        }
    }

    /** @return the whole message with its last piece, else null @throws TooBig if it is more than a frame may have */
    public String add(String piece, boolean last) throws TooBig {
        bytes += utf8Length(piece);
        count++;
        if (bytes > MAX_BYTES || count > MAX_PIECES) throw new TooBig();
        if (last && count == 1) {
            reset();
            return piece;
        }
        pieces.append(piece);
        if (!last) return null;
        String whole = pieces.toString();
        reset();
        return whole;
    }

    private void reset() {
        pieces.setLength(0);
        pieces.trimToSize();
        bytes = 0;
        count = 0;
    }

    private static int utf8Length(String text) {
        int length = text.length();
        int bytes = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            // a surrogate is half of four bytes
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}

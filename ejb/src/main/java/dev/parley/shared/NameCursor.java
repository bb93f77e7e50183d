package dev.parley.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a part of a list by name ended: behind that name and, of those who are called the same, that public id. It holds what its reader
 * has just seen and asks no row, so that the next part begins where it should though the last one of this was renamed or is gone.
 */
public record NameCursor(String name, String id) {
    /** Before everybody. */
    public static final NameCursor START = new NameCursor("", "");

    private static final char BETWEEN = '\n';
    private static final int LONGEST = 1_000;

    /** As it was given; null is {@link #START}. @throws Invalid if it was not given by {@link #wire} */
    public static NameCursor of(String wire) {
        if (wire == null) return START;
        if (wire.length() > LONGEST) throw Page.unknownCursor();
        String text = text(wire);
        int end = text.indexOf(BETWEEN);
        // PostgreSQL refuses a NUL
        if (end < 1 || end == text.length() - 1 || text.indexOf('\0') >= 0) throw Page.unknownCursor();
        String id = text.substring(0, end);
        if (!PublicIds.plausible(id)) throw Page.unknownCursor();
        return new NameCursor(text.substring(end + 1), id);
    }

    private static String text(String wire) {
        try {
            return new String(Base64.getUrlDecoder().decode(wire), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Invalid(Page.unknownCursor().getMessage(), e);
        }
    }

    /** For an address; opaque to who gets it. */
    public String wire() {
        byte[] text = (id + BETWEEN + name).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }
}

package dev.parley.file.content;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A file's name as it may be shown and offered for saving. What a browser says can be a path, carry control characters, or read backwards
 * to hide its ending; none of it is left. It is never used as a path here, but the person who saves it may be less careful.
 *
 * @param text not blank, at most 255 bytes in UTF-8
 */
public record FileName(String text) {
    private static final int MOST_BYTES = 255;
    private static final String UNNAMED = "file";
    /** Everything up to the last separator, encoded ones too. */
    private static final Pattern FOLDERS = Pattern.compile("(?is)^.*(?:[/\\\\]|%2f|%5c)");
    /** Control, format (right-to-left overrides, zero width), unassigned, private, lone surrogates, line and paragraph separators. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
    /** What Windows and shells do not like in a name. */
    private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*]");

    private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");

    /** Cleans a name. @param raw as it came, or null */
    public static FileName of(String raw) {
        if (raw == null) return new FileName(UNNAMED);
        String name = FOLDERS.matcher(raw).replaceFirst("");
        name = INVISIBLE
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFC))
                .replaceAll("");
        name = EDGES.matcher(RESERVED.matcher(name).replaceAll("_")).replaceAll("");
        if (name.isEmpty()) return new FileName(UNNAMED);
        return new FileName(shorten(name));
    }

    /** Lower case, without the dot; empty where there is none. */
    public String extension() {
        int dot = text.lastIndexOf('.');
        return dot < 0 ? "" : text.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Cuts the stem and keeps the ending, never in the middle of a character. */
    private static String shorten(String name) {
        if (bytes(name) <= MOST_BYTES) return name;
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && bytes(name.substring(dot)) <= 16 ? name.substring(dot) : "";
        int room = MOST_BYTES - bytes(ending);
        var stem = new StringBuilder();
        for (int point : name.codePoints().toArray()) {
            String next = Character.toString(point);
            room -= bytes(next);
            if (room < 0) break;
            stem.append(next);
        }
        return stem + ending;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

package dev.parley.web.rest.files;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands above a part of a form.
 *
 * @param disposition of the part, or empty
 * @param type its media type, or null
 */
record PartHeaders(String disposition, String type) {
    /** Quoted, with quotes inside escaped as curl does or written %22 as browsers do; or a bare word. */
    private static final Pattern FILE_NAME = Pattern.compile(
            ";\\s*filename\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^;\\s\"]+))", Pattern.CASE_INSENSITIVE);

    private static final Pattern ENCODED_FILE_NAME =
            Pattern.compile(";\\s*filename\\*\\s*=\\s*UTF-8'[^']*'([^;\\s]+)", Pattern.CASE_INSENSITIVE);

    static PartHeaders of(List<String> lines) {
        String disposition = "";
        String type = null;
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 0) continue;
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
                case "content-disposition" -> disposition = value;
                case "content-type" -> type = value;
                default -> {} // others say nothing that is believed
            }
        }
        return new PartHeaders(disposition, type);
    }

    boolean isFile() {
        return ENCODED_FILE_NAME.matcher(disposition).find()
                || FILE_NAME.matcher(disposition).find();
    }

    /** As it was sent, not yet cleaned; null where there is none. */
    String fileName() {
        Matcher encoded = ENCODED_FILE_NAME.matcher(disposition);
        if (encoded.find()) return decoded(encoded.group(1));
        Matcher plain = FILE_NAME.matcher(disposition);
        if (!plain.find()) return null;
        if (plain.group(1) == null) return plain.group(2);
        return plain.group(1)
                .replaceAll("\\\\([\"\\\\])", "$1")
                .replace("%22", "\"")
                .replaceAll("(?i)%0d|%0a", "");
    }

    private static String decoded(String percent) {
        try {
            return URLDecoder.decode(percent.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return percent; // no valid encoding: a strange name, not a broken upload
        }
    }
}

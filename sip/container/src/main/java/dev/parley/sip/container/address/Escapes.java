package dev.parley.sip.container.address;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.servlet.sip.ServletParseException;

/** Percent escapes of URIs and quoted strings of headers. */
final class Escapes {
    static final String IN_USER = "-_.!~*'()&=+$,;?/";
    static final String IN_PASSWORD = "-_.!~*'()&=+$,";
    static final String IN_PARAMETER = "-_.!~*'()[]/:&+$";
    static final String IN_HEADER = "-_.!~*'()[]/?:+$";
    private static final String IN_TOKEN = "-.!%*_+`'~";

    private Escapes() {}

    /** The text behind {@code escaped}, read as UTF-8. @throws ServletParseException if an escape is cut short or not hex */
    static String unescape(String escaped) throws ServletParseException {
        if (escaped.indexOf('%') < 0) {
            return escaped;
        }
        byte[] source = escaped.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(source.length);
        for (int i = 0; i < source.length; i++) {
            if (source[i] != '%') {
                bytes.write(source[i]);
                continue;
            }
            int high = i + 2 < source.length ? Character.digit(source[i + 1], 16) : -1;
            int low = i + 2 < source.length ? Character.digit(source[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw new ServletParseException("Bad escape in " + escaped);
            }
            bytes.write(high << 4 | low);
            i += 2;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Escapes everything but letters, digits and {@code allowed}. */
    static String escape(String text, String allowed) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isAlphanumeric(c) || allowed.indexOf(c) >= 0) {
                escaped.append(c);
            } else {
                escaped.append(String.format("%%%02X", (int) c));
            }
        }
        return escaped.toString();
    }

    static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> isAlphanumeric((char) c) || IN_TOKEN.indexOf(c) >= 0);
    }

    /** A parameter's value as it may stand in a header: as it is, or in quotes. */
    static String tokenOrQuoted(String text) {
        boolean plain = !text.isEmpty()
                && text.chars().allMatch(c -> isAlphanumeric((char) c) || (IN_TOKEN + "[]:").indexOf(c) >= 0);
        return plain ? text : quote(text);
    }

    static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** What a quoted string says. Text that is not in quotes is given back as it is. */
    static String unquote(String text) {
        if (text.length() < 2 || text.charAt(0) != '"' || text.charAt(text.length() - 1) != '"') {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            plain.append(c == '\\' && i + 1 < text.length() - 1 ? text.charAt(++i) : c);
        }
        return plain.toString();
    }

    /** Refuses what could start another header line or another message. */
    static void refuseControls(String text) throws ServletParseException {
        if (text.chars().anyMatch(c -> c < 0x20 && c != '\t' || c == 0x7f)) {
            throw new ServletParseException("Control characters are not allowed");
        }
    }

    private static boolean isAlphanumeric(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}

package dev.parley.sip.container.address;

import java.util.ArrayList;
import java.util.List;
import javax.servlet.sip.ServletParseException;

/** Finds separators that stand outside quotes and angle brackets. */
public final class Scan {
    private Scan() {}

    /**
     * Splits the values of a header line at {@code separator}; blanks around them go.
     *
     * @throws ServletParseException if a quote or bracket is left open
     */
    public static List<String> split(String text, char separator) throws ServletParseException {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int at = find(text, separator, 0); at >= 0; at = find(text, separator, start)) {
            parts.add(text.substring(start, at).trim());
            start = at + 1;
        }
        parts.add(text.substring(start).trim());
        return parts;
    }

    /** Where {@code wanted} stands next outside quotes and brackets, or -1. */
    static int find(String text, char wanted, int from) throws ServletParseException {
        boolean quoted = false;
        boolean bracketed = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == wanted && !bracketed) {
                return i;
            } else if (c == '"' && !bracketed) {
                quoted = true;
            } else if (c == '<') {
                bracketed = true;
            } else if (c == '>') {
                bracketed = false;
            }
        }
        if (quoted || bracketed) {
            throw new ServletParseException("A quote or bracket is left open");
        }
        return -1;
    }
}

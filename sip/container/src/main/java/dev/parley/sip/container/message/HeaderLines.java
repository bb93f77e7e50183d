package dev.parley.sip.container.message;

import dev.parley.sip.container.address.Scan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.servlet.sip.ServletParseException;

/**
 * A message's header lines as they came, unfolded and in their order. Names know no case, and a compact name is its long
 * one. Kept beside JAIN-SIP's parsed headers because those forget what they do not understand.
 */
public final class HeaderLines {
    private static final Map<String, String> COMPACT = Map.ofEntries(
            Map.entry("i", "Call-ID"),
            Map.entry("m", "Contact"),
            Map.entry("e", "Content-Encoding"),
            Map.entry("l", "Content-Length"),
            Map.entry("c", "Content-Type"),
            Map.entry("f", "From"),
            Map.entry("s", "Subject"),
            Map.entry("k", "Supported"),
            Map.entry("t", "To"),
            Map.entry("v", "Via"),
            Map.entry("o", "Event"),
            Map.entry("r", "Refer-To"),
            Map.entry("u", "Allow-Events"),
            Map.entry("a", "Accept-Contact"),
            Map.entry("j", "Reject-Contact"),
            Map.entry("b", "Referred-By"),
            Map.entry("d", "Request-Disposition"),
            Map.entry("x", "Session-Expires"),
            Map.entry("y", "Identity"));
    /** Headers whose values never hold a list, although they may hold commas. */
    private static final Set<String> SINGLE = Set.of(
            "authorization",
            "proxy-authorization",
            "www-authenticate",
            "proxy-authenticate",
            "date",
            "subject",
            "call-id",
            "user-agent",
            "server",
            "retry-after",
            "organization",
            "from",
            "to",
            "cseq",
            "expires");

    private final List<Line> lines = new ArrayList<>();
    private String startLine = "";

    /** One header line. */
    private record Line(String name, String value) {
        boolean isNamed(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    /** No lines yet. */
    public HeaderLines() {}

    /** Reads the header lines of {@code message}; lines without a colon are left out. */
    public static HeaderLines of(byte[] message) {
        HeaderLines parsed = new HeaderLines();
        String text = new String(message, 0, endOfHeaders(message), StandardCharsets.UTF_8);
        // what the parser skips too: line ends before the message
        String[] unfolded = text.replaceFirst("^[\\x00-\\x1f]+", "")
                .replaceAll("\r?\n[ \t]+", " ")
                .split("\r?\n");
        parsed.startLine = unfolded[0];
        for (int i = 1; i < unfolded.length; i++) {
            int colon = unfolded[i].indexOf(':');
            if (colon > 0) {
                parsed.lines.add(new Line(
                        longName(unfolded[i].substring(0, colon).trim()),
                        unfolded[i].substring(colon + 1).trim()));
            }
        }
        return parsed;
    }

    private static int endOfHeaders(byte[] message) {
        for (int i = 3; i < message.length; i++) {
            if (message[i] == '\n' && message[i - 1] == '\r' && message[i - 2] == '\n' && message[i - 3] == '\r') {
                return i + 1;
            }
        }
        return message.length;
    }

    /** The long form of {@code name}, which is {@code name} itself unless it is a compact one. */
    public static String longName(String name) {
        return COMPACT.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    /** The request or status line. */
    public String startLine() {
        return startLine;
    }

    /** The first line's value. */
    public Optional<String> first(String name) {
        return lines(name).stream().findFirst();
    }

    /** The lines' values, one for each line, as they came. */
    public List<String> lines(String name) {
        String wanted = longName(name);
        return lines.stream().filter(l -> l.isNamed(wanted)).map(Line::value).toList();
    }

    /** The single values, whether they came on lines of their own or separated by commas. */
    public List<String> values(String name) throws ServletParseException {
        List<String> values = new ArrayList<>();
        for (String line : lines(name)) {
            if (SINGLE.contains(longName(name).toLowerCase(Locale.ROOT))) {
                values.add(line);
            } else {
                values.addAll(Scan.split(line, ','));
            }
        }
        values.removeIf(String::isEmpty);
        return List.copyOf(values);
    }

    /** The names, each once, in their order. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        lines.forEach(l -> names.add(l.name()));
        return names;
    }

    /** Adds a line behind, or before, those of the same name. */
    public void add(String name, String value, boolean first) {
        Line line = new Line(longName(name), value);
        int at = lines.size();
        for (int i = 0; first && i < lines.size(); i++) {
            if (lines.get(i).isNamed(line.name())) {
                at = i;
                break;
            }
        }
        lines.add(at, line);
    }

    /** Puts one line in place of all of that name. */
    public void set(String name, String value) {
        remove(name);
        add(name, value, false);
    }

    /** Removes all lines of that name. */
    public void remove(String name) {
        String unwanted = longName(name);
        lines.removeIf(l -> l.isNamed(unwanted));
    }
}

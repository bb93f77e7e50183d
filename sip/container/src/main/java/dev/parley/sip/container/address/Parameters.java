package dev.parley.sip.container.address;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.servlet.sip.ServletParseException;

/** Parameters behind a value or a URI, in their order. Names know no case. A flag without value reads as "". */
final class Parameters {
    private final Map<String, String> values = new LinkedHashMap<>();

    Parameters() {}

    Parameters(Parameters other) {
        values.putAll(other.values);
    }

    /** Reads {@code a=b;c;d="e f"} as it stands in a header. */
    static Parameters ofHeader(String text) throws ServletParseException {
        Parameters parsed = new Parameters();
        for (String part :
                text.isBlank() ? new String[0] : Scan.split(text, ';').toArray(String[]::new)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals).trim();
            String value =
                    equals < 0 ? "" : Escapes.unquote(part.substring(equals + 1).trim());
            parsed.add(name, value);
        }
        return parsed;
    }

    /** Reads {@code a=b;c} as it stands in a URI, with its escapes. */
    static Parameters ofUri(String text) throws ServletParseException {
        Parameters parsed = new Parameters();
        for (String part : text.split(";", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            String value = equals < 0 ? "" : part.substring(equals + 1);
            parsed.add(Escapes.unescape(name), Escapes.unescape(value));
        }
        return parsed;
    }

    private void add(String name, String value) throws ServletParseException {
        if (!Escapes.isToken(name)) {
            throw new ServletParseException("Bad parameter name: " + name);
        }
        if (values.putIfAbsent(key(name), value) != null) {
            throw new ServletParseException("The parameter appears twice: " + name);
        }
    }

    String get(String name) {
        return values.get(key(name));
    }

    void set(String name, String value) {
        values.put(key(name), value);
    }

    void remove(String name) {
        values.remove(key(name));
    }

    Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    Map<String, String> asMap() {
        return Collections.unmodifiableMap(values);
    }

    /** Whether every parameter that both have is the same in both. */
    boolean agreesWith(Parameters other) {
        return values.entrySet().stream()
                .filter(e -> other.values.containsKey(e.getKey()))
                .allMatch(e -> e.getValue().equalsIgnoreCase(other.values.get(e.getKey())));
    }

    String toHeaderString() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) ->
                text.append(';').append(name).append(value.isEmpty() ? "" : "=" + Escapes.tokenOrQuoted(value)));
        return text.toString();
    }

    String toUriString() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> text.append(';')
                .append(Escapes.escape(name, Escapes.IN_PARAMETER))
                .append(value.isEmpty() ? "" : "=" + Escapes.escape(value, Escapes.IN_PARAMETER)));
        return text.toString();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

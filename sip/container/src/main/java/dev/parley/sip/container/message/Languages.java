package dev.parley.sip.container.message;

import dev.parley.sip.container.address.HeaderValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.servlet.sip.ServletParseException;

/** Reads Accept-Language. */
final class Languages {
    /** A language with its weight from 0 to 1. */
    private record Weighed(Locale locale, double weight) {}

    private Languages() {}

    /** The languages a message accepts, the dearest first; the server's own where it names none. */
    static List<Locale> accepted(HeaderLines headers) {
        List<Weighed> found = new ArrayList<>();
        try {
            for (String value : headers.values("Accept-Language")) {
                HeaderValue language = HeaderValue.parse(value);
                found.add(new Weighed(Locale.forLanguageTag(language.getValue()), weight(language.getParameter("q"))));
            }
        } catch (ServletParseException malformed) {
            found.clear(); // a wish that cannot be read is no reason to refuse the message
        }
        found.removeIf(w -> w.weight() == 0 || w.locale().getLanguage().isEmpty());
        found.sort(Comparator.comparingDouble(Weighed::weight).reversed());
        return found.isEmpty()
                ? List.of(Locale.getDefault())
                : found.stream().map(Weighed::locale).toList();
    }

    private static double weight(String q) {
        return q == null ? 1 : q.matches("[01](\\.[0-9]{0,3})?") ? Math.min(1, Double.parseDouble(q)) : 0;
    }
}

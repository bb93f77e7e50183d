package dev.parley.company;

import dev.parley.shared.Invalid;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pages from which a site's widget may be used: {@code https://shop.example}, {@code http://localhost:*}. Scheme and host must be the
 * same, letter by letter; the port must be the same or the pattern's is {@code *}. There is no pattern for several hosts: a forgotten
 * subdomain would open the door.
 */
public record OriginPattern(String scheme, String host, int port) {
    /** Stands for every port. */
    private static final int ANY = -1;

    private static final Pattern TEXT = Pattern.compile(
            "(https?)://([a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?|\\[[0-9a-f:.]{2,45}])(?::(\\d{1,5}|\\*))?");

    /** @throws Invalid if it is not a pattern */
    public static OriginPattern of(String text) {
        return parse(text.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new Invalid(
                        "'" + text + "' is not an origin like https://shop.example or http://localhost:*."));
    }

    /** Whether it is one of the pages meant. {@code origin} is what a browser sends: {@code null} and anything odd is not. */
    public boolean matches(String origin) {
        if (origin == null || origin.indexOf('*') >= 0) return false;
        return parse(origin)
                .filter(o -> o.scheme.equals(scheme) && o.host.equals(host) && (port == ANY || o.port == port))
                .isPresent();
    }

    /** As it is written down, and as a source in a {@code Content-Security-Policy}. */
    public String text() {
        return scheme + "://" + host + (port == ANY ? ":*" : port == standard(scheme) ? "" : ":" + port);
    }

    private static Optional<OriginPattern> parse(String text) {
        Matcher m = TEXT.matcher(text);
        if (!m.matches()) return Optional.empty();
        String port = m.group(3);
        int number = port == null ? standard(m.group(1)) : "*".equals(port) ? ANY : Integer.parseInt(port);
        return number > 65535 || number == 0
                ? Optional.empty()
                : Optional.of(new OriginPattern(m.group(1), m.group(2), number));
    }

    private static int standard(String scheme) {
        return "https".equals(scheme) ? 443 : 80;
    }
}

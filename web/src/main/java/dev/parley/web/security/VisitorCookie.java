package dev.parley.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * By which a browser is the same visitor next time. It travels into the widget's frame on a foreign page, so it is {@code SameSite=None}
 * and partitioned: on every customer's page it is another one, and nobody is followed from shop to shop. Browsers take it as
 * {@code Secure} over plain http from loopback names too, which is where a demo runs.
 */
public final class VisitorCookie {
    private static final String PREFIX = "__Host-parley-";
    /** As long as browsers keep any. */
    private static final Duration LIFE = Duration.ofDays(400);

    private VisitorCookie() {}

    /** A cookie that some site's visitor brought. */
    public record Brought(String siteKey, String value) {}

    /** The value for a {@code Set-Cookie} header. */
    public static String of(String siteKey, String value) {
        return PREFIX + siteKey + "=" + value + "; Path=/; Max-Age=" + LIFE.toSeconds()
                + "; Secure; HttpOnly; SameSite=None; Partitioned";
    }

    /** What the browser brought for that site, if anything. */
    public static Optional<String> read(HttpServletRequest request, String siteKey) {
        return all(request).stream()
                .filter(b -> b.siteKey().equals(siteKey))
                .map(Brought::value)
                .findFirst();
    }

    /** What the browser brought for whatever sites; on a customer's page that is at most one. */
    public static List<Brought> all(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(c -> c.getName().startsWith(PREFIX))
                .map(c -> new Brought(c.getName().substring(PREFIX.length()), c.getValue()))
                .toList();
    }
}

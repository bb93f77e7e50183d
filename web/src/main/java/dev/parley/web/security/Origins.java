package dev.parley.web.security;

import dev.parley.company.OriginPattern;
import dev.parley.company.SiteView;
import dev.parley.db.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * From which pages a request may come. {@code null} (a sandboxed frame, a file) is nobody's page and never allowed; no origin at all
 * means that no browser asks, and then the token decides.
 */
@ApplicationScoped
public class Origins {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean demo;
    private final Optional<OriginPattern> own;

    public Origins() {
        this(Settings.demo(), Settings.get("PARLEY_PUBLIC_URL", ""));
    }

    Origins(boolean demo, String publicUrl) {
        this.demo = demo;
        this.own = publicUrl.isEmpty() ? Optional.empty() : Optional.of(OriginPattern.of(originOf(publicUrl)));
    }

    /**
     * Whether it is a page of Parley itself: of {@code PARLEY_PUBLIC_URL}, and in a demo of the loopback names with the port that was
     * asked.
     *
     * @param port the port of this server to which the request came
     */
    public boolean isOwn(String origin, int port) {
        if (origin == null) return false;
        if (own.isPresent() && own.get().matches(origin)) return true;
        return demo && LOOPBACK.stream().anyMatch(host -> new OriginPattern("http", host, port).matches(origin));
    }

    /** Whether a colleague's request may come from there: an own page, or no page. */
    public boolean forStaff(String origin, int port) {
        return origin == null || isOwn(origin, port);
    }

    /** Whether a visitor's request may come from there: an own page, one of the site's, or no page. */
    public boolean forVisitor(String origin, int port, SiteView site) {
        return forStaff(origin, port) || site.allows(origin);
    }

    private static String originOf(String url) {
        int path = url.indexOf('/', url.indexOf("://") + 3);
        return path < 0 ? url : url.substring(0, path);
    }
}

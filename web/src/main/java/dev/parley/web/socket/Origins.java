package dev.parley.web.socket;

import dev.parley.db.Settings;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Which pages are Parley's own: {@code PARLEY_PUBLIC_URL}, and in a demo both loopback names with the port. */
final class Origins {
    private Origins() {}

    /** Whether the page that opens the socket is ours. */
    static boolean isOwn(String origin) {
        if (origin == null) return false;
        String asked = origin.toLowerCase(Locale.ROOT);
        if (Settings.find("PARLEY_PUBLIC_URL").map(Origins::originOf).filter(asked::equals).isPresent()) return true;
        int port = Settings.number("PARLEY_PORT", 8080);
        return Settings.demo()
                && Set.of("http://localhost:" + port, "http://127.0.0.1:" + port).contains(asked);
    }

    private static String originOf(String url) {
        URI uri = URI.create(url);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return (uri.getScheme() + "://" + uri.getHost() + port).toLowerCase(Locale.ROOT);
    }
}

package dev.parley.web.pages;

import dev.parley.db.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/**
 * Host and port as the browser wrote them, which decides what is foreign to what.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name or an address, IPv6 in brackets
 */
public record Authority(String scheme, String host, int port) {
    static Authority of(HttpServletRequest request) {
        return new Authority(request.getScheme(), request.getServerName(), request.getServerPort());
    }

    /** Parley's own: the public address of a production desk, which may stand behind a proxy; else as the browser asked. */
    public static Authority own(HttpServletRequest request) {
        return Settings.demo()
                ? of(request)
                : Settings.find("PARLEY_PUBLIC_URL")
                        .map(URI::create)
                        .map(Authority::of)
                        .orElseGet(() -> of(request));
    }

    private static Authority of(URI url) {
        int implied = "https".equals(url.getScheme()) ? 443 : 80;
        return new Authority(url.getScheme(), url.getHost(), url.getPort() < 0 ? implied : url.getPort());
    }

    /**
     * The same server under its other loopback name: to a browser {@code localhost} and {@code 127.0.0.1} are as foreign to one another
     * as a shop and its widget. A page opened under any other name gets {@code 127.0.0.1}.
     */
    Authority otherLoopback() {
        return new Authority(scheme, "127.0.0.1".equals(host) ? "localhost" : "127.0.0.1", port);
    }

    /** {@code http://localhost:8080}, without the port where the scheme implies it. */
    public String origin() {
        return scheme + "://" + host + suffix();
    }

    /** The same for a WebSocket: {@code ws://localhost:8080}. */
    String socketOrigin() {
        return ("https".equals(scheme) ? "wss" : "ws") + "://" + host + suffix();
    }

    private String suffix() {
        int implied = "https".equals(scheme) ? 443 : 80;
        return port == implied ? "" : ":" + port;
    }
}

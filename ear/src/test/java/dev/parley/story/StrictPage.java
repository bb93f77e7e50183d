package dev.parley.story;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A customer's page as strict as a page can be, on a server of its own: nothing may be loaded but the widget, nothing framed that does not
 * agree to it, and no string becomes a script. Browsers ask for a real server: a page that a test makes up counts as one from the internet,
 * which may not ask a loopback address.
 */
final class StrictPage implements AutoCloseable {
    private final HttpServer server;
    private final String host;

    /**
     * @param host loopback name or address of the page
     * @param parley origin of the widget, of the other loopback name
     */
    StrictPage(String host, String parley) {
        this.host = host;
        byte[] body = ("<!doctype html><html lang='en'><title>Strict</title><h1>Strict</h1><script async src='" + parley
                        + "/w/acme.js'></script></html>")
                .getBytes(StandardCharsets.UTF_8);
        try {
            server = HttpServer.create(new InetSocketAddress(host, 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "text/html;charset=UTF-8");
            headers.set(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src " + parley + "; frame-src " + parley
                            + "; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'");
            headers.set("Cross-Origin-Embedder-Policy", "require-corp");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    URI url() {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

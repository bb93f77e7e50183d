package dev.parley.story;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A strict website of many pages, on a server of its own, with the button of one site on each: see {@link StrictPage}. */
final class InvitePage implements AutoCloseable {
    private final HttpServer server;

    /** @param parley origin of the widget */
    InvitePage(String parley, String siteKey) {
        byte[] body =
                ("<!doctype html><html lang='en'><title>Tents</title><main><h1>Tents</h1><p>Ridge 3</p></main><script async src='"
                                + parley + "/w/" + siteKey + ".js'></script></html>")
                        .getBytes(StandardCharsets.UTF_8);
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "text/html;charset=UTF-8");
            headers.set(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src " + parley + "; frame-src " + parley
                            + "; require-trusted-types-for 'script'; trusted-types 'none'");
            headers.set("Cross-Origin-Embedder-Policy", "require-corp");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String at(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

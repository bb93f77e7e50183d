package dev.parley.bench.measure;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A customer's page, of another site than Parley: the same document with the widget's one line and without. */
final class Shop implements AutoCloseable {
    private static final String DOCUMENT = """
            <!doctype html>
            <html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <link rel="icon" href="data:,"><title>Shop</title>
            <style>body{margin:40px auto;max-width:640px;font:16px/1.5 sans-serif}</style>
            <h1>Tents and packs</h1>%s%s</html>
            """;

    private final HttpServer server;

    /** @param widget address of the loader */
    Shop(URI widget) throws IOException {
        String line = "<script async src=\"" + widget + "\"></script>";
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        serve("/bare", "");
        serve("/widget", line);
        server.start();
    }

    private void serve(String path, String line) {
        String words = "<p>We take all of it up the mountain ourselves before we sell it.</p>".repeat(12);
        byte[] body = DOCUMENT.formatted(words, line).getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    URI bare() {
        return URI.create(origin() + "/bare");
    }

    URI withWidget() {
        return URI.create(origin() + "/widget");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

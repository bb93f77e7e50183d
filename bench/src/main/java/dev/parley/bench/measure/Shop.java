package dev.parley.bench.measure;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A customer's page, of another site than Parley: the same document with the widget's one line, without, and with a button where
 * the launcher stands that opens a frame of another site in which there is nothing but one can write.
 */
final class Shop implements AutoCloseable {
    private static final String DOCUMENT = """
            <!doctype html>
            <html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <link rel="icon" href="data:,"><title>Shop</title>
            <style>body{margin:40px auto;max-width:640px;font:16px/1.5 sans-serif}</style>
            <h1>Tents and packs</h1>%s%s</html>
            """;

    private static final String BUTTON = """
            <button style="position:fixed;right:24px;bottom:24px;width:60px;height:60px"
              onclick="const f = document.createElement('iframe'); f.src = '%s'; document.body.append(f);
              f.style = 'position:fixed;right:24px;bottom:100px;width:400px;height:680px;border:0'">?</button>
            """;
    private static final String EMPTY_FRAME = """
            <!doctype html>
            <html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Frame</title>
            <style>body{font:16px/1.5 sans-serif}</style>
            <p>Write to us</p><textarea></textarea>
            <script>addEventListener('load', () => document.querySelector('textarea').focus())</script></html>
            """;

    private final HttpServer server;
    /** Of another site than the page, as Parley is. */
    private final HttpServer frames;

    /** @param widget address of the loader */
    Shop(URI widget) throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        frames = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        serve(frames, "/", EMPTY_FRAME);
        frames.start();
        page("/bare", "");
        page("/widget", "<script async src=\"" + widget + "\"></script>");
        page(
                "/frame",
                BUTTON.formatted("http://127.0.0.1:" + frames.getAddress().getPort() + "/"));
        server.start();
    }

    private void page(String path, String line) {
        String words = "<p>We take all of it up the mountain ourselves before we sell it.</p>".repeat(12);
        serve(server, path, DOCUMENT.formatted(words, line));
    }

    private static void serve(HttpServer at, String path, String document) {
        byte[] body = document.getBytes(StandardCharsets.UTF_8);
        at.createContext(path, exchange -> {
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

    URI withEmptyFrame() {
        return URI.create(origin() + "/frame");
    }

    @Override
    public void close() {
        server.stop(0);
        frames.stop(0);
    }
}

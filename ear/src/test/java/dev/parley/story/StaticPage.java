package dev.parley.story;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A page of a company's own website: a file, on an origin that is not Parley's. */
final class StaticPage implements AutoCloseable {
    private final HttpServer server;
    private volatile String line = "";

    StaticPage() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            byte[] body = ("<!doctype html><html lang='en'><title>Northwind</title><h1>Tea and coffee</h1>" + line
                            + "</html>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What somebody has pasted into it. */
    void show(String line) {
        this.line = line;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

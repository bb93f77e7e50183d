package dev.parley.running;

import java.net.URI;
import java.nio.file.Path;

/**
 * A demo that somebody started already, told by {@code -Dparley.url=http://localhost:8080/} (with {@code PARLEY_RATE_LIMIT=off}): for
 * writing tests without waiting for a server each time. It is never ended.
 */
final class Elsewhere implements ApplicationServer {
    private final Place place;

    Elsewhere(Place place) {
        this.place = place;
    }

    /** The port of {@code parley.url}, if tests shall use what runs there. */
    static Integer port() {
        String url = System.getProperty("parley.url");
        return url == null ? null : URI.create(url).getPort();
    }

    @Override
    public void start() {
        // runs already
    }

    @Override
    public boolean alive() {
        return true;
    }

    @Override
    public long pid() {
        throw new IllegalStateException("the server is somebody else's");
    }

    @Override
    public void stop() {
        // goes on
    }

    @Override
    public void kill() {
        throw new IllegalStateException("the server is somebody else's");
    }

    @Override
    public Path log() {
        throw new IllegalStateException("the server is somebody else's");
    }

    @Override
    public URI management() {
        return URI.create("http://localhost:" + place.port() + "/");
    }
}

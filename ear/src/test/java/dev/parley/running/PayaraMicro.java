package dev.parley.running;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The WAR on Payara Micro, started by the same script as {@code ./run} does. */
final class PayaraMicro implements ApplicationServer {
    private final Place place;
    private Process process;

    PayaraMicro(Place place) {
        this.place = place;
        // half the processor time of a start; a server for users would not want it
        place.settings().putIfAbsent("PARLEY_JAVA_OPTS", "-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    }

    @Override
    public void start() throws IOException {
        process = place.start(List.of(
                Place.script("micro/start.sh"),
                Place.SERVERS.resolve("payara-micro.jar").toString(),
                place.archive().toString(),
                place.folder().resolve("run").toString()));
    }

    @Override
    public boolean alive() {
        return process != null && process.isAlive();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public void stop() throws IOException {
        Processes.end(process.toHandle());
    }

    @Override
    public void kill() {
        Processes.kill(process.toHandle());
    }

    @Override
    public Path log() {
        return place.log().toPath();
    }

    @Override
    public URI management() {
        return URI.create("http://localhost:" + place.port() + "/");
    }
}

package dev.parley.running;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The EAR on Payara Server, in a domain of its own. */
final class PayaraServer implements ApplicationServer {
    private final Place place;
    private final String home = Place.SERVERS.resolve("payara6").toString();
    private final String domains;

    PayaraServer(Place place) {
        this.place = place;
        this.domains = place.folder().resolve("domains").toString();
    }

    @Override
    public void start() throws IOException {
        String admin = Integer.toString(place.management());
        if (Files.notExists(Path.of(domains)))
            place.run("bash", Place.script("server/set-up.sh"), home, domains, admin);
        place.run("bash", Place.script("server/start.sh"), home, domains);
        String ear = place.archive().toString();
        place.run("bash", home + "/bin/asadmin", "--port", admin, "deploy", "--force", "--name", "parley", ear);
    }

    @Override
    public boolean alive() {
        return Files.exists(pidFile())
                && ProcessHandle.of(pid()).filter(ProcessHandle::isAlive).isPresent();
    }

    @Override
    public long pid() {
        try {
            return Long.parseLong(Files.readString(pidFile()).strip());
        } catch (IOException e) {
            throw new IllegalStateException("the domain of " + domains + " does not run", e);
        }
    }

    @Override
    public void stop() throws IOException {
        place.run("bash", home + "/bin/asadmin", "stop-domain", "--domaindir", domains, "parley");
    }

    @Override
    public void kill() {
        ProcessHandle.of(pid()).ifPresent(Processes::kill);
    }

    @Override
    public Path log() {
        return Path.of(domains, "parley/logs/server.log");
    }

    @Override
    public URI management() {
        return URI.create("http://localhost:" + place.port() + "/");
    }

    private Path pidFile() {
        return Path.of(domains, "parley/config/pid");
    }
}

package dev.parley.running;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The EAR on WildFly, prepared by our script, with a base folder of its own. */
final class WildFly implements ApplicationServer {
    private final Place place;
    private final Path home = Path.of(System.getProperty("parley.wildfly", "target/servers/wildfly"));
    private Process shell;

    WildFly(Place place) {
        this.place = place;
    }

    @Override
    public void start() throws IOException {
        String jar = Place.SERVERS.resolve("eclipselink-wildfly.jar").toString();
        place.run("bash", Place.script("wildfly/set-up.sh"), home.toString(), jar);
        Path base = place.folder().resolve("standalone");
        if (Files.notExists(base)) copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
        Path deployments = Files.createDirectories(base.resolve("deployments"));
        Path ear = deployments.resolve("parley.ear");
        if (Files.notExists(ear)) Files.copy(place.archive(), ear);
        shell = place.start(List.of(
                "bash",
                Place.script("wildfly/start.sh"),
                home.toString(),
                "-Djboss.server.base.dir=" + base,
                "-Djboss.management.http.port=" + place.management()));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) Files.createDirectories(target);
                else Files.copy(path, target);
            }
        }
    }

    @Override
    public boolean alive() {
        return shell != null && shell.isAlive();
    }

    private ProcessHandle server() {
        return shell.descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElse(shell.toHandle());
    }

    @Override
    public long pid() {
        return server().pid();
    }

    @Override
    public void stop() {
        ProcessHandle server = server();
        Processes.end(server);
        Processes.end(shell.toHandle());
    }

    @Override
    public void kill() {
        Processes.kill(server());
        Processes.end(shell.toHandle());
    }

    @Override
    public Path log() {
        return place.log().toPath();
    }

    /** WildFly 39 looks for health checks among the beans of the EAR's {@code lib} only, not of its modules. */
    @Override
    public boolean asksOwnChecks() {
        return false;
    }

    @Override
    public URI management() {
        return URI.create("http://localhost:" + place.management() + "/");
    }
}

package dev.parley.running;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where one server of a test runs: its archive, its ports, its folder and its settings. */
record Place(Path folder, Path archive, int port, int management, int sip, Map<String, String> settings) {
    /** The repository's root. */
    static final Path ROOT =
            Path.of(System.getProperty("parley.root", "..")).toAbsolutePath().normalize();
    /** Where the build unpacks servers. */
    static final Path SERVERS =
            Path.of(System.getProperty("parley.servers", "target/servers")).toAbsolutePath();

    /** A place of its own with fresh ports and an empty folder; {@code settings} win over what tests usually need. */
    static Place fresh(Map<String, String> settings) throws IOException {
        return fresh(ApplicationServer.packed(), settings);
    }

    /** As {@link #fresh(Map)}, for another archive than the build packed. */
    static Place fresh(Path archive, Map<String, String> settings) throws IOException {
        Path parent = Files.createDirectories(SERVERS.resolveSibling("places"));
        Path folder = Files.createTempDirectory(parent, ApplicationServer.kind() + "-");
        int port = Elsewhere.port() == null ? Ports.free() : Elsewhere.port();
        Place place = new Place(folder, archive, port, Ports.free(), Ports.free(), new HashMap<>());
        place.settings.put("PARLEY_PORT", Integer.toString(place.port));
        place.settings.put("PARLEY_SIP_PORT", Integer.toString(place.sip));
        place.settings.put("PARLEY_DATA", place.data().toString());
        place.settings.put("PARLEY_RATE_LIMIT", "off");
        // for a machine that is busy with other things
        place.settings.put("PARLEY_START_SECONDS", "600");
        String database = System.getProperty("parley.database");
        if (database != null) {
            place.settings.put("PARLEY_DB_URL", database);
            place.settings.put("PARLEY_DB_USER", System.getenv("PARLEY_TEST_PG_USER"));
            place.settings.put("PARLEY_DB_PASSWORD", System.getenv("PARLEY_TEST_PG_PASSWORD"));
        }
        place.settings.putAll(settings);
        return place;
    }

    Path data() {
        return folder.resolve("data");
    }

    /** What the server and its scripts print. */
    File log() {
        return folder.resolve("server.log").toFile();
    }

    /** A script of {@code payara-config}. */
    static String script(String path) {
        return ROOT.resolve("payara-config").resolve(path).toString();
    }

    /** Starts a command with the place's settings as its environment, its output in the log. */
    Process start(List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_"));
        builder.environment().putAll(settings);
        return builder.start();
    }

    /** Runs a command to its end. @throws IOException if it fails */
    void run(String... command) throws IOException {
        try {
            int exit = start(List.of(command)).waitFor();
            if (exit != 0) throw new IOException(String.join(" ", command) + " ended with " + exit + ", see " + log());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}

package dev.parley.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server of a test's own, on loopback, with an empty database {@code parley}; its data is gone when it is closed. */
public final class OwnPostgres implements AutoCloseable {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final int MINUTES = 3;

    private final Path programs = programs();
    private final boolean root = "root".equals(System.getProperty("user.name"));
    private final String password = UUID.randomUUID().toString();
    private final int port = Ports.free();
    private final Path folder;

    private OwnPostgres() throws IOException {
        // not below the build's folder, where PostgreSQL's own user may not look
        folder = Files.createTempDirectory(
                "parley-pg", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(folder.resolve("password"), password);
        if (root) run(List.of("chown", "-R", "postgres", folder.toString()));
        postgres(
                "initdb",
                "-D",
                data(),
                "-E",
                "UTF8",
                "--locale=C",
                "-U",
                "parley",
                "--auth=scram-sha-256",
                "--pwfile=" + folder.resolve("password"));
        String options = "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1";
        postgres(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-t",
                "120",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                options,
                "start");
        postgres("createdb", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", "parley", "parley");
    }

    /** Ready when this returns; the caller closes it. */
    public static OwnPostgres start() {
        try {
            return new OwnPostgres();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a Parley must be told to use it. */
    public Map<String, String> settings() {
        return Map.of(
                "PARLEY_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + port + "/parley",
                "PARLEY_DB_USER",
                "parley",
                "PARLEY_DB_PASSWORD",
                password);
    }

    /** Does what the SQL says in its database. */
    public void change(String sql) {
        try {
            run(List.of(
                    programs.resolve("psql").toString(),
                    "-h",
                    "127.0.0.1",
                    "-p",
                    Integer.toString(port),
                    "-U",
                    "parley",
                    "-v",
                    "ON_ERROR_STOP=1",
                    "-c",
                    sql,
                    "parley"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static Path programs() {
        try (Stream<Path> versions = Files.isDirectory(DEBIAN) ? Files.list(DEBIAN) : Stream.empty()) {
            Stream<Path> onPath = Stream.of(System.getenv("PATH").split(":")).map(Path::of);
            return Stream.concat(versions.sorted(Comparator.reverseOrder()).map(v -> v.resolve("bin")), onPath)
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no initdb: install the package postgresql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void postgres(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (root) command.addAll(List.of("runuser", "-u", "postgres", "--"));
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private void run(List<String> command) throws IOException {
        Path said = Files.createTempFile("parley-pg", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("PGPASSWORD", password);
        try {
            Process process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) process.destroyForcibly();
            if (process.waitFor() != 0) throw new IOException(command + ": " + Files.readString(said));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.deleteIfExists(said);
        }
    }

    @Override
    public void close() {
        try {
            postgres("pg_ctl", "-D", data(), "-m", "immediate", "stop");
            run(List.of("rm", "-rf", data()));
            try (Stream<Path> left = Files.walk(folder)) {
                for (Path each : left.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

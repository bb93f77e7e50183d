package dev.parley.bench.server;

import dev.parley.bench.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A PostgreSQL of this run's own: fresh, durable ({@code fsync=on}, {@code synchronous_commit=on}), on a free loopback port,
 * gone at {@link #close}. As PostgreSQL refuses to run as root, root runs it as the system's user {@code postgres}.
 */
public final class PostgresCluster implements AutoCloseable {
    private static final String USER = "parley";

    private final String password = UUID.randomUUID().toString();
    private final Path folder;
    private final Path binaries;
    private final int port;

    private PostgresCluster(Path folder, Path binaries, int port) {
        this.folder = folder;
        this.binaries = binaries;
        this.port = port;
    }

    /** @throws IOException also if PostgreSQL is not installed */
    public static PostgresCluster start() throws IOException, InterruptedException {
        return start(List.of());
    }

    /** As {@link #start()}, with more lines for {@code postgresql.conf}, such as {@code track_commit_timestamp = on}. */
    public static PostgresCluster start(List<String> more) throws IOException, InterruptedException {
        PostgresCluster cluster = new PostgresCluster(Folders.temporary("pg"), findBinaries(), Ports.free());
        try {
            cluster.initialise(more);
            cluster.control("start", "-w");
        } catch (IOException | InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
        return cluster;
    }

    private void initialise(List<String> more) throws IOException, InterruptedException {
        Path passwordFile = Files.writeString(folder.resolve("password"), password);
        if (asRoot()) {
            command(List.of("chown", "-R", "postgres", folder.toString()));
        }
        command(asPostgres(
                binary("initdb"),
                "-D",
                data(),
                "-U",
                USER,
                "-E",
                "UTF8",
                "--locale=C",
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile));
        String added = """
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                shared_buffers = 256MB
                max_wal_size = 2GB
                max_connections = 100
                """ + "port = " + port + "\n" + String.join("\n", more) + "\n";
        Path settings = Files.writeString(folder.resolve("added.conf"), added);
        command(asPostgres("sh", "-c", "cat '" + settings + "' >> '" + data() + "/postgresql.conf'"));
    }

    /** The database {@code postgres} of this cluster, empty until somebody fills it. */
    public Database database() {
        return database("postgres");
    }

    /** Makes a database of the name, to be used beside the first. */
    public Database create(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database().url(), USER, password);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return database(name);
    }

    private Database database(String name) {
        return new Database("jdbc:postgresql://127.0.0.1:" + port + "/" + name, USER, password);
    }

    /** Stops it as a power cut would, without a last checkpoint, and starts it again: it recovers from its log. */
    public void restartImmediately() throws IOException, InterruptedException {
        control("restart", "-w", "-m", "immediate");
    }

    /** What it printed. */
    public Path log() {
        return folder.resolve("log");
    }

    @Override
    public synchronized void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            if (Files.exists(folder.resolve("data/postmaster.pid"))) {
                control("stop", "-w", "-m", "immediate");
            }
            Folders.delete(folder);
        } catch (IOException e) {
            System.err.println("left behind: " + folder + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void control(String... what) throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(List.of(binary("pg_ctl"), "-D", data(), "-l", folder + "/log", "-t", "60"));
        words.addAll(List.of(what));
        command(asPostgres(words.toArray(String[]::new)));
    }

    private void command(List<String> words) throws IOException, InterruptedException {
        Path printed = Files.createTempFile("parley-bench-pg", ".out");
        try {
            Process process = new ProcessBuilder(words)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(words + " failed: " + Files.readString(printed));
            }
        } finally {
            Files.delete(printed);
        }
    }

    private static List<String> asPostgres(String... words) {
        List<String> all = new ArrayList<>(asRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        all.addAll(List.of(words));
        return all;
    }

    private static boolean asRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private String binary(String name) {
        return binaries.resolve(name).toString();
    }

    private static Path findBinaries() throws IOException, InterruptedException {
        String path =
                Machine.output(List.of("sh", "-c", "command -v initdb || true")).strip();
        if (!path.isEmpty()) {
            return Path.of(path).getParent();
        }
        Path versions = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(versions)) {
            try (Stream<Path> found = Files.list(versions)) {
                return found.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.exists(bin.resolve("initdb")))
                        .max(Path::compareTo)
                        .orElseThrow(() -> new IOException("no initdb under " + versions));
            }
        }
        throw new IOException("PostgreSQL is not installed (on Debian: apt install postgresql)");
    }
}

package dev.parley.bench.server;

import dev.parley.bench.Await;
import dev.parley.bench.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A Parley of this run's own, started by the product's own {@code run} command in a process session of its own: fresh data, a
 * free loopback port, rates unlimited, no telephone. It can be killed without warning and started again on the same data.
 */
public final class ParleyServer implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(10);

    private final Path home;
    private final Path folder;
    private final int port = Ports.free();
    private final Optional<Database> database;
    private final Optional<String> processors;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<String, String> settings = new HashMap<>();
    private volatile boolean yielding;
    private volatile Process process;

    private ParleyServer(Path home, Optional<Database> database, Optional<String> processors) throws IOException {
        this.home = home;
        this.folder = Folders.temporary("parley");
        this.database = database;
        this.processors = processors;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** A server with its embedded database; it does not run yet. */
    public static ParleyServer embedded(Path home) throws IOException {
        return new ParleyServer(home, Optional.empty(), Optional.empty());
    }

    /** A server on a PostgreSQL database; it does not run yet. */
    public static ParleyServer on(Path home, Database database) throws IOException {
        return new ParleyServer(home, Optional.of(database), Optional.empty());
    }

    /** The same, with all its threads kept on the given processors ({@code 0} or {@code 0,1}). */
    public ParleyServer keptOn(String chosen) throws IOException {
        close();
        return new ParleyServer(home, database, Optional.of(chosen));
    }

    /** The same with one more setting of the environment, from the next start on. */
    public ParleyServer with(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /**
     * The same, but where it shares its processors with others it starts with what these leave over, and its compilers go on so; once it
     * answers, everything else in it is as usual. Only for root: nobody else may give a priority back.
     */
    public ParleyServer yielding() {
        yielding = "root".equals(System.getProperty("user.name"));
        return this;
    }

    /** Starts it and returns once it answers everything. */
    public ParleyServer start() throws IOException, TimeoutException, InterruptedException {
        launch();
        awaitReady();
        return this;
    }

    /** Starts it and does not wait; for faults during the start. */
    public void launch() throws IOException {
        List<String> words = new ArrayList<>(List.of("setsid"));
        if (yielding) {
            words.addAll(List.of("nice", "-n", "10"));
        }
        processors.ifPresent(chosen -> words.addAll(List.of("taskset", "-c", chosen)));
        words.add(home.resolve("run").toString());
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().file().toFile()));
        builder.environment()
                .putAll(Map.of(
                        "PARLEY_PORT",
                        Integer.toString(port),
                        "PARLEY_DATA",
                        folder.resolve("data").toString(),
                        "PARLEY_MODE",
                        "demo",
                        "PARLEY_RATE_LIMIT",
                        "off",
                        "PARLEY_SIP_PORT",
                        "0",
                        "PARLEY_START_SECONDS",
                        Long.toString(START.toSeconds())));
        database.ifPresent(chosen -> builder.environment()
                .putAll(Map.of(
                        "PARLEY_DB_URL", chosen.url(),
                        "PARLEY_DB_USER", chosen.user(),
                        "PARLEY_DB_PASSWORD", chosen.password())));
        builder.environment().putAll(settings);
        process = builder.start();
    }

    /** @throws TimeoutException if it dies or does not answer in time, with the end of its log */
    public void awaitReady() throws TimeoutException, IOException, InterruptedException {
        boolean ready = Await.within(START, () -> !process.isAlive() || answersEverything());
        if (!ready || !process.isAlive()) {
            throw new TimeoutException((ready ? "Parley ended" : "Parley is not ready") + ":\n" + log().tail(40));
        }
        if (yielding) {
            process().hurry();
        }
    }

    /** Whether it is ready and its application, not only its container, answers. */
    public boolean answersEverything() throws IOException, InterruptedException {
        return status("/health/ready") == 200 && status("/api/v1/sites/acme") == 200;
    }

    private int status(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address().resolve(path))
                .timeout(Duration.ofSeconds(5))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** Ends it as a power cut ends a process: SIGKILL, no warning, nothing flushed. Returns once it is gone. */
    public void kill() {
        Process victim = process;
        if (victim == null) {
            return;
        }
        List<ProcessHandle> all = Stream.concat(Stream.of(victim.toHandle()), victim.descendants())
                .toList();
        killGroup(victim.pid());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    }

    /** All at once, so that nothing is born meanwhile; {@code setsid} made the first process the leader of its own group. */
    private static void killGroup(long leader) {
        try {
            Machine.output(List.of("kill", "-9", "--", "-" + leader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The Java process that is Parley, below whatever shell started it. */
    public ServerProcess process() throws IOException {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .filter(handle -> handle.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .map(handle -> new ServerProcess(handle.pid()))
                .orElseThrow(() -> new IOException("no Java process below ./run"));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    public int port() {
        return port;
    }

    /** All it printed, over all its starts. */
    public ServerLog log() {
        return new ServerLog(folder.resolve("server.log"));
    }

    /** Stops it in order, and kills what does not stop; then removes its data. */
    @Override
    public synchronized void close() {
        Process running = process;
        if (running != null && running.isAlive()) {
            List<ProcessHandle> all = running.descendants().toList();
            running.destroy();
            all.forEach(ProcessHandle::destroy);
            Await.within(
                    Duration.ofSeconds(20),
                    () -> !running.isAlive() && all.stream().noneMatch(ProcessHandle::isAlive));
            kill();
            all.forEach(ProcessHandle::destroyForcibly);
        }
        try {
            if (Files.exists(folder)) {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            System.err.println("left behind: " + folder + ": " + e);
        }
    }
}

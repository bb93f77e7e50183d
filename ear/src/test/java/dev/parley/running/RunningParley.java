package dev.parley.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A Parley in demo mode on a real server, with ports and data of its own, gone when the tests end. {@link #shared()} is what most tests
 * want: one server for all of them, so leave it as you found it. A test that kills or reconfigures {@link #start starts} its own.
 */
public final class RunningParley implements AutoCloseable {
    /** Settings of one that works for minutes: it is worth the better compiler, with which a password costs a fifth. */
    public static final Map<String, String> LONG = Map.of("PARLEY_JAVA_OPTS", "-Xmx512m -XX:+UseSerialGC");

    private static final Duration START = Duration.ofMinutes(10);
    private static RunningParley shared;

    private final Place place;
    private final ApplicationServer server;
    private final ParleyRest rest;

    private RunningParley(Place place) {
        this.place = place;
        this.server = ApplicationServer.at(place);
        this.rest = new ParleyRest(url());
    }

    /** The one that all tests of this run share. It ends with the JVM. */
    public static synchronized RunningParley shared() {
        if (shared == null) {
            shared = start(LONG);
        }
        return shared;
    }

    /**
     * One of its own, ready when this returns; the caller closes it.
     *
     * @param settings as in {@code docs/operations.md}; they win over the test's own (rate limits are off)
     */
    public static RunningParley start(Map<String, String> settings) {
        return start(packed(), settings);
    }

    /** As {@link #start(Map)}, from another archive than {@link #packed()}. */
    public static RunningParley start(Path archive, Map<String, String> settings) {
        try {
            RunningParley parley = new RunningParley(Place.fresh(archive, settings));
            // also when the tests are stopped while it starts
            Runtime.getRuntime().addShutdownHook(new Thread(parley::close));
            parley.startAgain();
            return parley;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the build packed for the chosen server: the WAR for Payara Micro, the EAR for the others. */
    public static Path packed() {
        return ApplicationServer.packed();
    }

    /** Starts it after {@link #stop()} or {@link #kill()}, with the same ports and data. */
    public void startAgain() {
        try {
            server.start();
            Await.until("an answer of " + url() + " (log: " + place.log() + ")", START, () -> {
                if (!server.alive()) throw new IllegalStateException("the server ended, see " + place.log());
                return rest.get("/", null).statusCode() == 200;
            });
        } catch (IOException | AssertionError e) {
            close();
            throw new IllegalStateException("Parley did not start, see " + place.log(), e);
        }
    }

    /** Ends it in order. */
    public void stop() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL. */
    public void kill() {
        server.kill();
    }

    @Override
    public void close() {
        if (server.alive()) stop();
    }

    /** {@code http://localhost:…/}. */
    public URI url() {
        return URI.create("http://localhost:" + place.port() + "/");
    }

    /** Where {@code health} and {@code metrics} answer: as {@link #url()}, on WildFly the management port. */
    public URI management() {
        return server.management();
    }

    /** SIP, UDP and TCP, on 127.0.0.1. */
    public int sipPort() {
        return place.sip();
    }

    /** Its {@code PARLEY_DATA}. */
    public Path data() {
        return place.data();
    }

    /** The server's log. */
    public Path log() {
        return server.log();
    }

    /** Whether the server's health asks the application's own checks: WildFly does not, inside an EAR. */
    public boolean asksOwnChecks() {
        return server.asksOwnChecks();
    }

    /** Process id of the server's JVM. */
    public long pid() {
        return server.pid();
    }

    public ParleyRest rest() {
        return rest;
    }

    /** A new visitor of the demo site, connected and welcomed. */
    public ChatClient visitor(String siteKey) {
        return ChatClient.connect(url().resolve("/ws/visitor"), rest.visitor(siteKey));
    }

    /** A demo account, signed in, connected and welcomed. */
    public ChatClient agent(String email) {
        return ChatClient.connect(url().resolve("/ws/agent"), rest.signIn(email));
    }
}

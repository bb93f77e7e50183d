package dev.parley.running;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** One of the servers that Parley runs on, with the packed application. */
interface ApplicationServer {
    /** Starts it and returns while it may still be deploying. */
    void start() throws IOException;

    /** Whether its process lives. */
    boolean alive();

    /** Process id of the JVM. */
    long pid();

    /** Ends it in order. */
    void stop() throws IOException;

    /** SIGKILL. */
    void kill();

    /** What the application wrote into the server's log. */
    Path log();

    /** Where health and metrics answer; the application's own address except on WildFly. */
    URI management();

    /** Whether its health asks the application's own checks. */
    default boolean asksOwnChecks() {
        return true;
    }

    /** {@code micro}, {@code payara} or {@code wildfly}: what the build chose. */
    static String kind() {
        return System.getProperty("parley.server", "micro");
    }

    /** What the build packed for that server: the WAR for Payara Micro, the EAR for the others. */
    static Path packed() {
        return Place.ROOT.resolve(kind().equals("micro") ? "web/target/parley.war" : "ear/target/parley.ear");
    }

    /** The server that the build chose. */
    static ApplicationServer at(Place place) {
        if (Elsewhere.port() != null) return new Elsewhere(place);
        return switch (kind()) {
            case "micro" -> new PayaraMicro(place);
            case "payara" -> new PayaraServer(place);
            case "wildfly" -> new WildFly(place);
            default -> throw new IllegalArgumentException("parley.server is micro, payara or wildfly, not " + kind());
        };
    }
}

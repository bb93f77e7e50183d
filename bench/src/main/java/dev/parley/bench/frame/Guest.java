package dev.parley.bench.frame;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.client.DeskRest;
import dev.parley.bench.client.Json;
import dev.parley.bench.client.RawSocket;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A raw socket to the desk, and how the desk reacts to what it says. */
final class Guest implements Closeable {
    /** Close codes that tell a client what it did; 1011, an error inside the server, is not among them. */
    static final Set<Integer> NAMED_CLOSES =
            Set.of(1000, 1001, 1002, 1003, 1007, 1008, 1009, 4000, 4001, 4003, 4008, 4029);

    /** Errors that tell a client what it did. */
    static final Set<String> NAMED_ERRORS =
            Set.of("unauthorized", "forbidden", "not-found", "invalid", "conflict", "too-large", "rate-limited");

    private static final int PATIENCE_MILLIS = 20_000;

    private final RawSocket socket;

    private Guest(RawSocket socket) {
        this.socket = socket;
    }

    /**
     * What the desk did.
     *
     * @param frames what it sent, pongs and beats left out
     * @param close the close code; 0 if the socket is still good, {@link #DROPPED} or {@link #SILENT}
     */
    record Reaction(List<JsonNode> frames, int close) {
        /** The connection ended without a close frame. */
        static final int DROPPED = -1;

        /** Neither closed nor answering a ping. */
        static final int SILENT = -2;

        boolean error(String... codes) {
            return frames.stream()
                    .anyMatch(frame -> frame.path("type").asText().equals("error")
                            && List.of(codes).contains(frame.path("code").asText()));
        }

        /** The same, but it counts as silence, since what should have come did not. */
        Reaction because(IOException failure) {
            List<JsonNode> more = new ArrayList<>(frames);
            more.add(Json.object("type", "missing", "what", failure.getMessage()));
            return new Reaction(more, SILENT);
        }

        /** This, and what came after it. */
        Reaction and(Reaction later) {
            List<JsonNode> both = new ArrayList<>(frames);
            both.addAll(later.frames);
            return new Reaction(both, later.close);
        }

        boolean open() {
            return close == 0;
        }

        /** Clear means: nothing unnamed, no unknown error, no error of the server's own. */
        boolean clear() {
            boolean errorsNamed = frames.stream()
                    .filter(frame -> frame.path("type").asText().equals("error"))
                    .allMatch(Reaction::named);
            return errorsNamed && (close == 0 || NAMED_CLOSES.contains(close));
        }

        /** {@code unavailable} is for what is not there at all; to be tried again it would be the server's own failure. */
        private static boolean named(JsonNode error) {
            String code = error.path("code").asText();
            return NAMED_ERRORS.contains(code)
                    || code.equals("unavailable") && !error.path("retry").asBoolean();
        }

        @Override
        public String toString() {
            String said = frames.toString();
            return "close " + close + ", frames " + said.substring(0, Math.min(300, said.length()));
        }
    }

    /** A socket on which nothing was said yet. */
    static Guest unknown(URI server, String kind) throws IOException {
        return new Guest(RawSocket.open(server, "/ws/" + kind, null, 0));
    }

    /** A socket that has been welcomed. */
    static Guest welcomed(URI server, String kind, String token) throws IOException {
        Guest guest = unknown(server, kind);
        guest.socket.text(Json.object("type", "hello", "token", token).toString());
        RawSocket.Got got = guest.socket.read(PATIENCE_MILLIS);
        if (got.opcode() != RawSocket.TEXT
                || !Json.read(got.text()).path("type").asText().equals("welcome")) {
            throw new IOException("not welcomed: " + got.opcode() + " " + got.text());
        }
        return guest;
    }

    static String token(DeskRest rest, String kind) throws IOException, InterruptedException {
        return kind.equals("visitor") ? rest.visitor("acme") : rest.signIn("agent1@acme.example");
    }

    RawSocket socket() {
        return socket;
    }

    /** Asks for a pong and hears all until it comes: the reaction to everything said so far. */
    Reaction reaction() throws IOException {
        try {
            socket.text("{\"type\":\"ping\"}");
        } catch (IOException closedAlready) {
            // what it said before it closed can still be read
        }
        return hear("pong");
    }

    /** Hears until a frame of the type, or the end. */
    Reaction hear(String last) throws IOException {
        List<JsonNode> frames = new ArrayList<>();
        while (true) {
            RawSocket.Got got = socket.read(PATIENCE_MILLIS);
            if (got == RawSocket.Got.END) {
                return new Reaction(frames, Reaction.DROPPED);
            }
            if (got == RawSocket.Got.NOTHING) {
                return new Reaction(frames, Reaction.SILENT);
            }
            if (got.opcode() == RawSocket.CLOSE) {
                return new Reaction(frames, got.closeCode());
            }
            if (got.opcode() == RawSocket.TEXT) {
                JsonNode frame = Json.read(got.text());
                String type = frame.path("type").asText();
                if (type.equals(last)) {
                    return new Reaction(frames, 0);
                }
                if (!type.equals("beat")) {
                    frames.add(frame);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

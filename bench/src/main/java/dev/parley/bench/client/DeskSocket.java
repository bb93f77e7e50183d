package dev.parley.bench.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A socket that has said {@code hello}: sends frames, gives each {@code ref} its answer, answers every {@code beat}, and hands
 * everything else to its owner. Everything happens on the loop's thread, its futures complete there.
 */
public final class DeskSocket {
    private final Map<String, CompletableFuture<JsonNode>> asked = new HashMap<>();
    private final CompletableFuture<JsonNode> welcome = new CompletableFuture<>();
    private final Consumer<JsonNode> ear;
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private WebSocketLink link;
    private long refs;

    private DeskSocket(Consumer<JsonNode> ear) {
        this.ear = ear;
    }

    /** The server's answer was an {@code error} frame. */
    public static final class Refusal extends IOException {
        private static final long serialVersionUID = 1;
        private final String code;
        private final boolean retry;

        private Refusal(JsonNode error) {
            super(error.toString());
            this.code = error.path("code").asText();
            this.retry = error.path("retry").asBoolean();
        }

        public String code() {
            return code;
        }

        /** Whether the same frame may succeed later. */
        public boolean retry() {
            return retry;
        }
    }

    /**
     * Opens a socket and says {@code hello}.
     *
     * @param kind {@code visitor} or {@code agent}
     * @param resume conversations with the last seq known of each; may be empty
     * @param ear hears every frame that answers no {@code ref}, {@code welcome} left out
     * @return completes when {@code welcome} is there
     */
    public static CompletableFuture<DeskSocket> open(
            Loop loop, URI server, String kind, String token, Map<String, Long> resume, Consumer<JsonNode> ear) {
        DeskSocket socket = new DeskSocket(ear);
        WebSocketLink.Listener listener = new WebSocketLink.Listener() {
            @Override
            public void text(String text) {
                socket.hear(Json.read(text));
            }

            @Override
            public void closed(int code, String reason) {
                socket.end(code, reason);
            }
        };
        return WebSocketLink.open(loop, server.resolve("/ws/" + kind), listener)
                .thenCompose(link -> {
                    socket.link = link;
                    socket.send(
                            Json.object("type", "hello", "token", token, "resume", resume.isEmpty() ? null : resume));
                    return socket.welcome.orTimeout(90, TimeUnit.SECONDS);
                })
                .thenApply(welcome -> socket);
    }

    private void hear(JsonNode frame) {
        String type = frame.path("type").asText();
        CompletableFuture<JsonNode> question =
                frame.has("ref") ? asked.remove(frame.get("ref").asText()) : null;
        if (question != null && type.equals("error")) {
            question.completeExceptionally(new Refusal(frame));
        } else if (question != null) {
            ear.accept(frame);
            question.complete(frame);
        } else if (type.equals("error") && !welcome.isDone()) {
            welcome.completeExceptionally(new Refusal(frame));
        } else if (type.equals("welcome")) {
            welcome.complete(frame);
        } else {
            if (type.equals("beat")) {
                send(Json.object("type", "ping"));
            }
            ear.accept(frame);
        }
    }

    private void end(int code, String reason) {
        IOException end = new IOException("closed " + code + " " + reason);
        welcome.completeExceptionally(end);
        closed.complete(code);
        asked.values().forEach(question -> question.completeExceptionally(end));
        asked.clear();
    }

    /** What {@code welcome} said. */
    public JsonNode welcome() {
        return welcome.join();
    }

    /** Sends a frame with a fresh {@code ref}; completes with the answer or fails with a {@link Refusal} or the socket's end. */
    public CompletableFuture<JsonNode> ask(ObjectNode frame) {
        String ref = "r" + ++refs;
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        if (closed.isDone()) {
            answer.completeExceptionally(new IOException("closed before"));
            return answer;
        }
        asked.put(ref, answer);
        send(frame.put("ref", ref));
        return answer;
    }

    /** Sends a frame that has no answer. */
    public void send(JsonNode frame) {
        link.send(frame.toString());
    }

    /** Completes with the close code once the socket has ended. */
    public CompletableFuture<Integer> closed() {
        return closed;
    }

    public WebSocketLink link() {
        return link;
    }
}

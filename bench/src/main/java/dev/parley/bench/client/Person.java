package dev.parley.bench.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A visitor or agent whose socket a program holds from outside the loop: each call waits for its answer. */
public final class Person {
    private static final long PATIENCE_SECONDS = 90;

    private final Loop loop;
    private final String token;
    private final DeskSocket socket;

    private Person(Loop loop, String token, DeskSocket socket) {
        this.loop = loop;
        this.token = token;
        this.socket = socket;
    }

    /** @param kind {@code visitor} or {@code agent}; @param ear hears what answers nothing, on the loop's thread */
    public static Person connect(Loop loop, URI server, String kind, String token, Consumer<JsonNode> ear)
            throws Exception {
        DeskSocket socket =
                DeskSocket.open(loop, server, kind, token, Map.of(), ear).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return new Person(loop, token, socket);
    }

    public String token() {
        return token;
    }

    public DeskSocket socket() {
        return socket;
    }

    /** Sends the frame and completes with its answer, or with a {@link DeskSocket.Refusal}. */
    public CompletableFuture<JsonNode> asking(ObjectNode frame) {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        loop.run(() -> socket.ask(frame).whenComplete((got, failure) -> {
            if (failure == null) {
                answer.complete(got);
            } else {
                answer.completeExceptionally(failure);
            }
        }));
        return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Sends the frame and waits for its answer. @throws java.util.concurrent.ExecutionException if it was refused */
    public JsonNode ask(ObjectNode frame) throws Exception {
        return asking(frame).get();
    }

    /** The code of the error that answers the frame, or empty if it is not refused. */
    public String refusalOf(ObjectNode frame) throws Exception {
        return asking(frame)
                .handle((answer, failure) -> failure instanceof DeskSocket.Refusal refusal ? refusal.code() : "")
                .get();
    }

    public void leave() {
        loop.run(() -> socket.link().close(1000));
    }
}

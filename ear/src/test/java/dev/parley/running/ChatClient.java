package dev.parley.running;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One end of a chat, as the contract's {@code parley.v1} has it. Keeps every frame it hears, in order. */
public final class ChatClient implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<JsonObject> heard = new ArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;
    private final Object saying = new Object();
    private CompletableFuture<WebSocket> said = CompletableFuture.completedFuture(null);
    private int read;

    private ChatClient(URI endpoint) {
        socket = HTTP.newWebSocketBuilder()
                .subprotocols("parley.v1")
                .connectTimeout(LIMIT)
                .buildAsync(endpoint, new Ear())
                .join();
    }

    /** Opens a socket that has not said {@code hello}. @param endpoint http address of {@code /ws/visitor} or {@code /ws/agent} */
    public static ChatClient open(URI endpoint) {
        return new ChatClient(URI.create("ws" + endpoint.toString().substring("http".length())));
    }

    /** Opens a socket, says {@code hello} and hears {@code welcome}. */
    public static ChatClient connect(URI endpoint, String token) {
        ChatClient client = open(endpoint);
        client.send(frame("hello").add("token", token));
        client.expect("welcome");
        return client;
    }

    /** The start of a frame. */
    public static JsonObjectBuilder frame(String type) {
        return Json.createObjectBuilder().add("type", type);
    }

    public void send(JsonObjectBuilder frame) {
        inTurn(frame.build().toString()).orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** One after the other, as the client refuses a second while one is on its way: the answer to a beat must not meet a test's words. */
    private CompletableFuture<WebSocket> inTurn(String frame) {
        synchronized (saying) {
            said = said.exceptionally(e -> null).thenCompose(before -> socket.sendText(frame, true));
            return said;
        }
    }

    /** Sends a message. @param conversation null opens one @return the {@code sent} frame */
    public JsonObject say(String conversation, String text) {
        String ref = UUID.randomUUID().toString();
        JsonObjectBuilder frame =
                frame("send").add("ref", ref).add("clientId", ref).add("text", text);
        if (conversation != null) frame.add("conversation", conversation);
        send(frame);
        return answer(ref);
    }

    /** Sends a frame with a fresh {@code ref}. @return the answer @throws AssertionError if it is an error or none comes */
    public JsonObject ask(JsonObjectBuilder frame) {
        String ref = UUID.randomUUID().toString();
        send(frame.add("ref", ref));
        return answer(ref);
    }

    private JsonObject answer(String ref) {
        JsonObject answer = expect("an answer to " + ref, frame -> ref.equals(frame.getString("ref", null)));
        if (answer.getString("type").equals("error")) throw new AssertionError(answer.toString());
        return answer;
    }

    /** The next frame of this type behind the last one that was expected; waits for it. */
    public JsonObject expect(String type) {
        return expect(type, frame -> type.equals(frame.getString("type")));
    }

    /** The next frame that fits, behind the last one that was expected; waits for it. */
    public JsonObject expect(String what, Predicate<JsonObject> fits) {
        try {
            return Await.answer(what, LIMIT, () -> next(fits));
        } catch (AssertionError e) {
            throw new AssertionError(
                    e.getMessage() + "; heard: " + heard() + (closed.isDone() ? ", closed " + closed.join() : ""), e);
        }
    }

    private Optional<JsonObject> next(Predicate<JsonObject> fits) {
        synchronized (heard) {
            for (int i = read; i < heard.size(); i++) {
                if (fits.test(heard.get(i))) {
                    read = i + 1;
                    return Optional.of(heard.get(i));
                }
            }
            return Optional.empty();
        }
    }

    /** Every frame so far. */
    public List<JsonObject> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    /** The code with which the server closed; waits for it. */
    public int closeCode() {
        return closed.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .exceptionally(e -> socket)
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
        socket.abort();
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                hear(from, ParleyRest.json(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void hear(WebSocket from, JsonObject frame) {
            synchronized (heard) {
                heard.add(frame);
            }
            if (frame.getString("type", "").equals("beat"))
                inTurn(frame("ping").build().toString());
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}

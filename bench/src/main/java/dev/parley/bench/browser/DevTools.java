package dev.parley.bench.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.bench.client.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/** The line to one Chromium: commands and their answers, and events, each of the browser or of one session with a target. */
final class DevTools implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 90;
    /** The session of the browser itself. */
    static final String BROWSER = "";

    private final Map<Long, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<String, JsonNode>> ears = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final Object turn = new Object();
    private volatile WebSocket socket;

    /** @param address as Chromium prints it, {@code ws://127.0.0.1:...} */
    static DevTools connect(URI address) {
        DevTools tools = new DevTools();
        tools.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, tools.new Line())
                .join();
        return tools;
    }

    /** @param ear hears name and parameters of every event of the session, on the line's thread: it must not {@link #ask} there */
    void listen(String session, BiConsumer<String, JsonNode> ear) {
        ears.put(session, ear);
    }

    /** Sends a command and does not wait; the answer fails where Chromium refuses. */
    CompletableFuture<JsonNode> tell(String session, String method, Object... namesAndValues) {
        long id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        ObjectNode command = Json.object(
                "id",
                id,
                "method",
                method,
                "params",
                Json.object(namesAndValues),
                "sessionId",
                session.equals(BROWSER) ? null : session);
        synchronized (turn) {
            // one at a time, as the socket demands
            socket.sendText(command.toString(), true).join();
        }
        return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Sends a command and waits for its answer. @throws java.util.concurrent.CompletionException if Chromium refuses */
    JsonNode ask(String session, String method, Object... namesAndValues) {
        return tell(session, method, namesAndValues).join();
    }

    private void hear(JsonNode said) {
        if (said.has("id")) {
            CompletableFuture<JsonNode> answer = asked.remove(said.get("id").asLong());
            if (answer != null && said.has("error")) {
                answer.completeExceptionally(new IOException(said.get("error").toString()));
            } else if (answer != null) {
                answer.complete(said.get("result"));
            }
            return;
        }
        BiConsumer<String, JsonNode> ear = ears.get(said.path("sessionId").asText(BROWSER));
        if (ear != null) {
            ear.accept(said.path("method").asText(), said.path("params"));
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Line implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonNode said = Json.read(text.toString());
                text.setLength(0);
                hear(said);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            end(new IOException("Chromium has gone: " + code));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable problem) {
            end(problem);
        }

        private void end(Throwable why) {
            asked.values().forEach(answer -> answer.completeExceptionally(why));
        }
    }
}

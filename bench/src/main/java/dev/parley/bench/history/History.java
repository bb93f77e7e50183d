package dev.parley.bench.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.bench.client.Json;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the history of a run. May be used from several threads; the order of lines is the order of calls. */
public final class History implements Closeable {
    private final Path file;
    private final BufferedWriter out;
    private final long start = System.nanoTime();
    private final Map<String, Long> counts = new LinkedHashMap<>();

    public History(Path file) throws IOException {
        this.file = file;
        this.out = Files.newBufferedWriter(file);
    }

    /** Writes what happened now; names and values alternate, a null value leaves its name out. */
    public synchronized void write(String operation, Object... namesAndValues) {
        ObjectNode line = Json.object("at", (System.nanoTime() - start) / 1000, "op", operation);
        line.setAll(Json.object(namesAndValues));
        counts.merge(operation, 1L, Long::sum);
        try {
            out.write(line.toString());
            out.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A message as a client saw it live ({@code seen}) or as a side reads it in the end ({@code view}). */
    public void message(String operation, String who, long socket, JsonNode message) {
        write(
                operation,
                "who",
                who,
                "socket",
                socket,
                "conversation",
                message.path("conversation").asText(null),
                "seq",
                message.path("seq").asLong(),
                "id",
                message.path("id").asText(null),
                "kind",
                message.path("kind").asText("text"),
                "author",
                message.path("author").path("kind").asText(null),
                "text",
                message.path("text").asText(null));
    }

    /** How often an operation was written. */
    public synchronized long count(String operation) {
        return counts.getOrDefault(operation, 0L);
    }

    public Path file() {
        return file;
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}

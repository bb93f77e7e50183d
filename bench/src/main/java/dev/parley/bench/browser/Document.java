package dev.parley.bench.browser;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.Await;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** One document with a process of its own: a page, or a frame of another origin. */
public final class Document {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final DevTools tools;
    private final String session;

    Document(DevTools tools, String session) {
        this.tools = tools;
        this.session = session;
    }

    /** What the expression is in the document; waits for promises. @throws IllegalStateException with what it throws */
    public JsonNode evaluate(String expression) {
        JsonNode answer = tools.ask(
                session, "Runtime.evaluate", "expression", expression, "awaitPromise", true, "returnByValue", true);
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.at("/result/value");
    }

    /** Waits until the expression is true. @throws TimeoutException with what the document shows */
    public void await(String expression) throws TimeoutException {
        if (!Await.within(PATIENCE, () -> evaluate(expression).asBoolean())) {
            throw new TimeoutException("still not " + expression + "; it shows: "
                    + evaluate("document.body.innerText.slice(0, 600)").asText());
        }
    }

    /** Counters by Chromium's names, times in seconds, since {@code Performance.enable}. */
    public Map<String, Double> counters() {
        Map<String, Double> all = new HashMap<>();
        tools.ask(session, "Performance.getMetrics")
                .get("metrics")
                .forEach(one ->
                        all.put(one.get("name").asText(), one.get("value").asDouble()));
        return all;
    }

    /** What scripts hold after a full collection, in bytes. */
    public long liveHeapBytes() {
        // weak references are cleared by the first one and collected by the second
        tools.ask(session, "HeapProfiler.collectGarbage");
        tools.ask(session, "HeapProfiler.collectGarbage");
        return tools.ask(session, "Runtime.getHeapUsage").get("usedSize").asLong();
    }
}

package dev.parley.bench.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Chromium's own record of what its threads do, from {@link Chromium#trace} until it is stopped. One at a time. */
public final class Trace {
    /** Each task of each thread, and the marks that documents set. */
    private static final String CATEGORIES = "-*,blink.user_timing,disabled-by-default-devtools.timeline";

    private final DevTools tools;
    private final List<JsonNode> events = new ArrayList<>();
    private final CompletableFuture<Void> complete = new CompletableFuture<>();

    private Trace(DevTools tools) {
        this.tools = tools;
    }

    static Trace start(DevTools tools) {
        Trace trace = new Trace(tools);
        tools.listen(DevTools.BROWSER, trace::hear);
        tools.ask(DevTools.BROWSER, "Tracing.start", "categories", CATEGORIES, "transferMode", "ReportEvents");
        return trace;
    }

    private void hear(String event, JsonNode told) {
        if (event.equals("Tracing.dataCollected")) {
            told.get("value").forEach(events::add);
        } else if (event.equals("Tracing.tracingComplete")) {
            complete.complete(null);
        }
    }

    /** Ends it. The events are as Chromium writes them, times in microseconds. */
    public List<JsonNode> stop() {
        tools.ask(DevTools.BROWSER, "Tracing.end");
        complete.orTimeout(60, TimeUnit.SECONDS).join();
        return List.copyOf(events);
    }
}

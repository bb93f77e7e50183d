package dev.parley.bench.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a tab fetched of one origin over the wire, heard from the events of the page and its frames. What comes out of a cache
 * without asking the server does not count, nor do the frames of a socket.
 */
public final class Traffic {
    /**
     * One request that was answered.
     *
     * @param type as Chromium names it, such as {@code Script}
     * @param bytes of the body, packed as it came
     */
    public record Fetched(String url, String type, long bytes) {}

    private static final class Fetch {
        private String url;
        private String type = "";
        private long head;
        private boolean cached;
    }

    private final String origin;
    /** By request; a frame's document is told of by the page and by the frame, under the same number. */
    private final Map<String, Fetch> asked = new HashMap<>();

    private List<Fetched> fetched = new ArrayList<>();

    /** @param origin such as {@code http://127.0.0.1:8080} */
    public Traffic(String origin) {
        this.origin = origin;
    }

    /** Takes an event of {@link Tab#listen}. */
    public synchronized void hear(String event, JsonNode told) {
        String request = told.path("requestId").asText();
        if (event.equals("Network.requestWillBeSent")
                && told.at("/request/url").asText().startsWith(origin + "/")) {
            Fetch fetch = asked.computeIfAbsent(request, none -> new Fetch());
            fetch.url = told.at("/request/url").asText();
            fetch.type = told.path("type").asText(fetch.type);
            return;
        }
        Fetch fetch = asked.get(request);
        if (fetch == null) {
            return;
        }
        switch (event) {
            case "Network.requestServedFromCache" -> fetch.cached = true;
            case "Network.responseReceived" -> {
                fetch.cached |= told.at("/response/fromDiskCache").asBoolean();
                fetch.head = told.at("/response/encodedDataLength").asLong();
            }
            case "Network.loadingFinished" -> {
                asked.remove(request);
                if (!fetch.cached) {
                    long all = told.path("encodedDataLength").asLong();
                    fetched.add(new Fetched(fetch.url, fetch.type, Math.max(0, all - fetch.head)));
                }
            }
            case "Network.loadingFailed" -> asked.remove(request);
            default -> {
                // says nothing of sizes
            }
        }
    }

    /** What has come since it was last taken. */
    public synchronized List<Fetched> take() {
        List<Fetched> taken = fetched;
        fetched = new ArrayList<>();
        return List.copyOf(taken);
    }
}

package dev.parley.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.client.Json;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** Counts what goes over the sockets of an agent's console, as its browser tells. */
final class ConsoleEar implements BiConsumer<String, JsonNode> {
    /** Sockets that were opened since it listens. */
    final AtomicInteger sockets = new AtomicInteger();

    final AtomicInteger beats = new AtomicInteger();
    final AtomicInteger pings = new AtomicInteger();
    /** Messages of visitors. */
    final AtomicInteger heard = new AtomicInteger();

    final AtomicInteger offers = new AtomicInteger();

    @Override
    public void accept(String event, JsonNode told) {
        String frame = told.at("/response/payloadData").asText();
        if (event.equals("Network.webSocketCreated")) {
            sockets.incrementAndGet();
        } else if (event.equals("Network.webSocketFrameSent") && frame.contains("\"ping\"")) {
            pings.incrementAndGet();
        } else if (event.equals("Network.webSocketFrameReceived")) {
            count(Json.read(frame));
        }
    }

    private void count(JsonNode frame) {
        switch (frame.path("type").asText()) {
            case "beat" -> beats.incrementAndGet();
            case "offer" -> offers.incrementAndGet();
            case "message" -> {
                if (frame.at("/author/kind").asText().equals("visitor")) {
                    heard.incrementAndGet();
                }
            }
            default -> {
                // of no interest here
            }
        }
    }
}

package dev.parley.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.bench.client.DeskSocket;
import dev.parley.bench.client.Json;
import dev.parley.bench.client.Loop;
import dev.parley.bench.history.History;
import java.util.function.Supplier;

/** How one client fills a gap: it asks for what comes after the last seq it knows without one. Lives on the loop's thread. */
final class Fetching {
    private final Loop loop;
    private final History history;
    private final String name;
    private final Supplier<DeskSocket> socket;

    /** @param socket gives the client's live socket, or null while there is none */
    Fetching(Loop loop, History history, String name, Supplier<DeskSocket> socket) {
        this.loop = loop;
        this.history = history;
        this.name = name;
        this.socket = socket;
    }

    /** Asks, unless it is asking already; page after page until all is known. */
    void fetch(Dialogue dialogue) {
        DeskSocket live = socket.get();
        if (dialogue.fetching || live == null) {
            return;
        }
        dialogue.fetching = true;
        ObjectNode question = Json.object(
                "type", "history", "conversation", dialogue.conversation, "after", dialogue.head(), "limit", 200);
        live.ask(question)
                .whenCompleteAsync(
                        (page, failure) -> {
                            dialogue.fetching = false;
                            if (failure == null) {
                                take(dialogue, page);
                            }
                        },
                        loop.group());
    }

    private void take(Dialogue dialogue, JsonNode page) {
        for (JsonNode message : page.path("messages")) {
            if (message.has("seq")) {
                ((ObjectNode) message).put("conversation", dialogue.conversation);
                history.message("fetched", name, 0, message);
                dialogue.know(message.get("seq").asLong());
            }
        }
        if (page.path("more").asBoolean()) {
            fetch(dialogue);
        }
    }
}

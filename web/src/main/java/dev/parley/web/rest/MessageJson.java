package dev.parley.web.rest;

import dev.parley.conversation.Message;
import dev.parley.shared.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;

/** A message as it stands in a frame, less the frame's type: members that only some kinds have stand beside the others. */
final class MessageJson {
    private MessageJson() {}

    static JsonObject of(Message m) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("conversation", m.conversation())
                .add("seq", m.seq())
                .add("id", m.id())
                .add("clientId", m.clientId())
                .add("at", m.at().toString())
                .add(
                        "author",
                        Json.createObjectBuilder()
                                .add("kind", m.author().kind())
                                .add("id", m.author().id())
                                .add("name", m.author().name()))
                .add("kind", m.kind());
        if (m.text() != null) json.add("text", m.text());
        if (m.extra() != null) {
            try (var reader = Json.createReader(new StringReader(m.extra()))) {
                reader.readObject().forEach(json::add);
            }
        }
        return json.build();
    }
}

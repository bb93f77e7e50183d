package dev.parley.conversation.persistence;

import dev.parley.file.AttachedFile;
import dev.parley.shared.Json;
import jakarta.json.JsonObject;
import java.util.List;

/** The members that only some messages have, kept as one JSON object beside the text. */
final class Extras {
    private Extras() {}

    /** Null where there is nothing to keep. */
    static String object(String replyTo, List<AttachedFile> files) {
        if (replyTo == null && files == null) return null;
        var object = Json.createObjectBuilder();
        if (replyTo != null) object.add("replyTo", replyTo);
        if (files != null) {
            var array = Json.createArrayBuilder();
            files.forEach(file -> array.add(json(file)));
            object.add("files", array);
        }
        return object.build().toString();
    }

    private static JsonObject json(AttachedFile file) {
        return Json.createObjectBuilder()
                .add("id", file.id())
                .add("name", file.name())
                .add("type", file.type())
                .add("size", file.size())
                .add("state", file.state())
                .add("thumbnail", file.thumbnail())
                .build();
    }
}

package dev.parley.conversation.persistence;

import dev.parley.file.AttachedFile;
import dev.parley.shared.Invalid;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;

/** The members that only some messages have, kept as one JSON object beside the text. */
final class Extras {
    private Extras() {}

    /**
     * The id of the message answered to, which must be an earlier one of the same conversation.
     *
     * @throws Invalid if it is not
     */
    static String replyTo(String id, Post post, long lastSeq) {
        String prefix = post.admission() == null ? null : post.admission().conversation() + "-";
        if (prefix != null && id.startsWith(prefix)) {
            String rest = id.substring(prefix.length());
            if (rest.matches("[1-9][0-9]{0,17}") && Long.parseLong(rest) <= lastSeq) return id;
        }
        throw new Invalid("replyTo names no message of this conversation.");
    }

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

package dev.parley.web.portal;

import dev.parley.audit.AuditKind;
import dev.parley.web.language.Words;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the audit log keeps as JSON, as a person reads it. */
final class AuditWords {
    /** What the log calls a member, and what the page does; others are shown as they are. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("name", "audit.field.name"),
            Map.entry("title", "audit.field.title"),
            Map.entry("role", "audit.field.role"),
            Map.entry("languages", "audit.field.languages"),
            Map.entry("capacity", "audit.field.capacity"),
            Map.entry("members", "audit.field.members"),
            Map.entry("tagsRequired", "audit.field.tagsRequired"),
            Map.entry("archived", "audit.field.archived"),
            Map.entry("locations", "audit.field.locations"),
            Map.entry("order", "audit.field.order"),
            Map.entry("status", "audit.field.status"),
            Map.entry("reason", "audit.field.reason"),
            Map.entry("remindMinutes", "audit.field.remindMinutes"),
            Map.entry("closeMinutes", "audit.field.closeMinutes"),
            Map.entry("texts", "audit.field.texts"));

    private AuditWords() {}

    /** The key of a kind's name. */
    static String key(AuditKind kind) {
        return switch (kind) {
            case COMPANY -> "audit.kind.company";
            case DEPARTMENT -> "audit.kind.department";
            case PERSON -> "audit.kind.person";
            case PRESENCE -> "audit.kind.presence";
            case TAG -> "audit.kind.tag";
            case OUTCOME -> "audit.kind.outcome";
            case AWAY_REASON -> "audit.kind.awayReason";
            case INACTIVITY -> "audit.kind.inactivity";
        };
    }

    /** One line a member: "Chats at once: 4". */
    static List<String> lines(JsonObject said, AuditKind kind, Words words) {
        if (said == null) return List.of();
        boolean list = kind == AuditKind.TAG || kind == AuditKind.OUTCOME || kind == AuditKind.AWAY_REASON;
        List<String> lines = new ArrayList<>();
        said.forEach((name, value) -> {
            String field = FIELDS.get(name);
            if (field != null) lines.add(words.say(field) + ": " + text(value, words));
            else if (list) lines.add(text(value, words));
            else lines.add(name + ": " + text(value, words));
        });
        return lines;
    }

    private static String text(JsonValue value, Words words) {
        if (value instanceof JsonString text) return text.getString().isEmpty() ? "–" : text.getString();
        if (value instanceof JsonArray list) {
            return list.isEmpty() ? "–" : list.stream().map(v -> text(v, words)).collect(Collectors.joining(", "));
        }
        if (value instanceof JsonObject object) {
            return object.isEmpty()
                    ? "–"
                    : object.values().stream()
                            .filter(v -> v != JsonValue.TRUE && !v.equals(JsonValue.EMPTY_JSON_ARRAY))
                            .map(v -> v == JsonValue.FALSE ? words.say("audit.hidden") : text(v, words))
                            .collect(Collectors.joining(", "));
        }
        if (value == JsonValue.TRUE) return words.say("audit.yes");
        if (value == JsonValue.FALSE) return words.say("audit.no");
        return value.toString();
    }
}

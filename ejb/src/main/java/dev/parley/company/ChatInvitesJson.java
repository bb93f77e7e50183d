package dev.parley.company;

import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rules of {@link ChatInvites} as JSON: in the database and in the REST interface alike. */
public final class ChatInvitesJson {
    /** So that it fits where it is kept, and into the audit log. */
    private static final int LONGEST = 40_000;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int IDS = 36 * 36 * 36 * 36 * 36;

    private ChatInvitesJson() {}

    public static JsonArray write(ChatInvites invites) {
        var list = Json.createArrayBuilder();
        invites.rules().forEach(rule -> list.add(write(rule)));
        return list.build();
    }

    private static JsonObject write(ChatInvite rule) {
        var texts = Json.createObjectBuilder();
        new TreeMap<>(rule.texts()).forEach(texts::add);
        var json = Json.createObjectBuilder()
                .add("id", rule.id())
                .add("on", rule.on())
                .add("seconds", rule.seconds())
                .add("pages", rule.pages())
                .add("visitor", rule.visitor().wire())
                .add("texts", texts);
        if (rule.page() != null) json.add("page", rule.page().text());
        return json.build();
    }

    /** What the database keeps. @throws Invalid if it is too long */
    public static String keep(ChatInvites invites) {
        String text = write(invites).toString();
        if (text.length() > LONGEST) throw new Invalid("The invites are too long altogether.");
        return text;
    }

    /** As they were kept. */
    public static ChatInvites kept(String json) {
        if ("[]".equals(json)) return ChatInvites.NONE;
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return read(reader.readArray());
        }
    }

    /** All that is said; a rule without an id is a new one and gets one. @throws Invalid saying what does not fit */
    public static ChatInvites read(JsonArray said) {
        Set<String> taken = new HashSet<>();
        List<JsonObject> each = new ArrayList<>();
        for (JsonValue value : said) {
            if (!(value instanceof JsonObject rule)) throw new Invalid("An invite must be an object.");
            each.add(rule);
            if (text(rule, "id") != null) taken.add(text(rule, "id"));
        }
        return new ChatInvites(each.stream().map(rule -> rule(rule, taken)).toList()).checked();
    }

    private static ChatInvite rule(JsonObject said, Set<String> taken) {
        String id = text(said, "id");
        String page = text(said, "page");
        String visitor = text(said, "visitor");
        return new ChatInvite(
                id == null ? fresh(taken) : id,
                truth(said, "on", true),
                number(said, "seconds", 0),
                page == null || page.isBlank() ? null : PagePattern.of(page),
                number(said, "pages", 1),
                visitor == null ? ChatInvite.Visitor.ANY : ChatInvite.Visitor.of(visitor),
                texts(said.get("texts")));
    }

    /** One that no rule has, and hardly one had: who saw that one must see this. */
    public static String fresh(Set<String> taken) {
        String id;
        do {
            id = Integer.toString(RANDOM.nextInt(IDS), 36);
        } while (!taken.add(id));
        return id;
    }

    private static Map<String, String> texts(JsonValue said) {
        if (!(said instanceof JsonObject languages))
            throw new Invalid("texts of an invite must be an object of texts by language.");
        Map<String, String> texts = new HashMap<>();
        languages.keySet().forEach(language -> {
            String text = text(languages, language);
            if (text != null) texts.put(language, text);
        });
        return texts;
    }

    private static String text(JsonObject said, String name) {
        JsonValue value = said.get(name);
        if (value == null || value == JsonValue.NULL) return null;
        if (value instanceof JsonString text) return text.getString();
        throw new Invalid(name + " must be text.");
    }

    private static int number(JsonObject said, String name, int usual) {
        JsonValue value = said.get(name);
        if (value == null) return usual;
        if (value instanceof JsonNumber number && Math.abs(number.doubleValue()) < 100_000 && number.isIntegral())
            return number.intValue();
        throw new Invalid(name + " must be a whole number.");
    }

    private static boolean truth(JsonObject said, String name, boolean usual) {
        JsonValue value = said.get(name);
        if (value == null) return usual;
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) return value == JsonValue.TRUE;
        throw new Invalid(name + " must be true or false.");
    }
}

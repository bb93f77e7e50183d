package dev.parley.company;

import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A form as JSON: in the database and in the REST interface alike. */
public final class PreChatJson {
    /** So that it fits where it is kept, and into the audit log. */
    private static final int LONGEST = 40_000;

    private static final String SINCE = "consentSince";

    private PreChatJson() {}

    /** All of it that its editors may know. */
    public static JsonObject write(PreChat form) {
        JsonArrayBuilder fields = Json.createArrayBuilder();
        form.fields().forEach(field -> fields.add(write(field)));
        var consent = Json.createObjectBuilder();
        new TreeMap<>(form.consent()).forEach(consent::add);
        return Json.createObjectBuilder()
                .add("department", form.department())
                .add("consent", consent)
                .add("fields", fields)
                .add("typingPreview", form.typingPreview())
                .build();
    }

    private static JsonObject write(FormField field) {
        var words = Json.createObjectBuilder();
        new TreeMap<>(field.words()).forEach((language, said) -> {
            var each = Json.createObjectBuilder().add("label", said.label());
            if (said.help() != null) each.add("help", said.help());
            if (!said.choices().isEmpty()) each.add("choices", Json.createArrayBuilder(said.choices()));
            words.add(language, each);
        });
        var json = Json.createObjectBuilder()
                .add("name", field.name())
                .add("kind", field.kind().wire())
                .add("required", field.required());
        if (field.pattern() != null) json.add("pattern", field.pattern().text());
        return json.add("texts", words).build();
    }

    /** What the database keeps. @throws Invalid if it is too long */
    public static String keep(PreChat form) {
        if (form.equals(PreChat.NONE)) return "{}";
        var json = Json.createObjectBuilder(write(form));
        if (form.consentSince() != null) json.add(SINCE, form.consentSince().toString());
        String text = json.build().toString();
        if (text.length() > LONGEST) throw new Invalid("The form is too long altogether.");
        return text;
    }

    /** As it was kept. */
    public static PreChat kept(String json) {
        if ("{}".equals(json)) return PreChat.NONE;
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject kept = reader.readObject();
            PreChat form = read(kept, PreChat.NONE);
            String since = kept.getString(SINCE, null);
            return new PreChat(
                    form.department(),
                    form.consent(),
                    since == null ? null : Instant.parse(since),
                    form.fields(),
                    form.typingPreview());
        }
    }

    /**
     * A form with what is said in place of what was; {@code consent} and {@code fields} are written anew as a whole.
     *
     * @throws Invalid saying what does not fit
     */
    public static PreChat read(JsonObject said, PreChat was) {
        return new PreChat(
                        said.containsKey("department") ? truth(said, "department") : was.department(),
                        said.containsKey("consent") ? texts(said.get("consent")) : was.consent(),
                        was.consentSince(),
                        said.containsKey("fields") ? fields(said.get("fields")) : was.fields(),
                        said.containsKey("typingPreview") ? truth(said, "typingPreview") : was.typingPreview())
                .checked();
    }

    private static List<FormField> fields(JsonValue said) {
        if (!(said instanceof JsonArray list)) throw new Invalid("fields must be a list.");
        List<FormField> fields = new ArrayList<>();
        for (JsonValue each : list) {
            if (!(each instanceof JsonObject field)) throw new Invalid("A field must be an object.");
            String pattern = text(field, "pattern");
            fields.add(new FormField(
                    text(field, "name"),
                    FormField.Kind.of(text(field, "kind")),
                    field.containsKey("required") && truth(field, "required"),
                    pattern == null || pattern.isBlank() ? null : AnswerPattern.of(pattern.strip()),
                    words(field.get("texts"))));
        }
        return fields;
    }

    private static Map<String, FormField.Words> words(JsonValue said) {
        if (!(said instanceof JsonObject languages))
            throw new Invalid("texts of a field must be an object of languages.");
        Map<String, FormField.Words> words = new HashMap<>();
        languages.forEach((language, value) -> {
            if (!(value instanceof JsonObject each)) throw new Invalid("texts of a language must be an object.");
            words.put(language, new FormField.Words(text(each, "label"), text(each, "help"), choices(each)));
        });
        return words;
    }

    private static List<String> choices(JsonObject said) {
        JsonValue value = said.get("choices");
        if (value == null || value == JsonValue.NULL) return List.of();
        if (!(value instanceof JsonArray list)) throw new Invalid("choices must be a list of texts.");
        return list.stream().map(each -> text(each, "choices")).toList();
    }

    private static Map<String, String> texts(JsonValue said) {
        if (!(said instanceof JsonObject languages))
            throw new Invalid("consent must be an object of texts by language.");
        Map<String, String> texts = new HashMap<>();
        languages.forEach((language, text) -> texts.put(language, text(text, "consent")));
        return texts;
    }

    private static String text(JsonObject said, String name) {
        JsonValue value = said.get(name);
        return value == null || value == JsonValue.NULL ? null : text(value, name);
    }

    private static String text(JsonValue value, String name) {
        if (value instanceof JsonString text) return text.getString();
        throw new Invalid(name + " must be text.");
    }

    private static boolean truth(JsonObject said, String name) {
        JsonValue value = said.get(name);
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) return value == JsonValue.TRUE;
        throw new Invalid(name + " must be true or false.");
    }
}

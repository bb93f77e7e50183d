package dev.parley.web.pages;

import dev.parley.company.FormField;
import dev.parley.company.PreChat;
import dev.parley.shared.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;

/** A site's form as whoever fills it in gets it: in one language, one field after the other. */
public final class AskedForm {
    private AskedForm() {}

    /**
     * The fields in the words of {@code widget/README.md}. What one must agree to comes last, as a box to tick. A pattern over which a
     * browser might ponder is left out: the server has it.
     *
     * @param languages the wanted one, and the site's own
     */
    public static JsonArray write(PreChat form, String language, List<String> languages) {
        String own = languages.get(0);
        JsonArrayBuilder fields = Json.createArrayBuilder();
        form.fields().forEach(field -> fields.add(write(field, field.in(language, own))));
        if (form.department())
            fields.add(
                    Json.createObjectBuilder().add("name", PreChat.DEPARTMENT).add("kind", PreChat.DEPARTMENT));
        String consent = form.consent(language, own);
        if (consent != null)
            fields.add(Json.createObjectBuilder()
                    .add("name", PreChat.CONSENT)
                    .add("kind", FormField.Kind.CHECKBOX.wire())
                    .add("label", consent)
                    .add("required", true));
        return fields.build();
    }

    private static JsonObject write(FormField field, FormField.Words words) {
        var json = Json.createObjectBuilder()
                .add("name", field.name())
                .add("kind", field.kind().wire())
                .add("label", words.label());
        if (words.help() != null) json.add("help", words.help());
        if (field.required()) json.add("required", true);
        if (field.pattern() != null && field.pattern().quickEverywhere())
            json.add("pattern", field.pattern().text());
        if (!words.choices().isEmpty()) json.add("choices", Json.createArrayBuilder(words.choices()));
        return json.build();
    }
}

package dev.parley.company;

import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Where and when a site's pages show the widget's button. What is hidden is the button: an element of the page's own that opens the chat
 * does so everywhere, and links and the full page stay.
 *
 * @param only whether {@code paths} are the only ones with a button; else those without
 * @param paths at most 20; none: every page has the button
 * @param phones whether small windows have it
 * @param desktops whether the others have it
 * @param closed whether it is there outside the opening hours
 * @param languages in which a page must be, by its {@code lang}; none: whatever it is
 */
public record SiteShowing(
        boolean only,
        List<PagePattern> paths,
        boolean phones,
        boolean desktops,
        boolean closed,
        List<String> languages) {
    public static final int MOST_PATHS = 20;

    /** Everywhere and always. */
    public static final SiteShowing ALWAYS = new SiteShowing(false, List.of(), true, true, true, List.of());

    public SiteShowing {
        paths = List.copyOf(paths);
        languages = List.copyOf(languages);
    }

    public JsonObject json() {
        return Json.createObjectBuilder()
                .add("only", only)
                .add(
                        "paths",
                        Json.createArrayBuilder(
                                paths.stream().map(PagePattern::text).toList()))
                .add("phones", phones)
                .add("desktops", desktops)
                .add("closed", closed)
                .add("showsIn", Json.createArrayBuilder(languages))
                .build();
    }

    /** With what is said in place of what was. @throws Invalid naming what does not fit */
    public SiteShowing with(JsonObject said) {
        List<PagePattern> wanted = said.containsKey("paths")
                ? texts(said, "paths").stream().map(PagePattern::of).distinct().toList()
                : paths;
        if (wanted.size() > MOST_PATHS) throw new Invalid("There are at most " + MOST_PATHS + " paths.");
        List<String> in = said.containsKey("showsIn") ? texts(said, "showsIn") : languages;
        return new SiteShowing(
                truth(said, "only", only),
                wanted,
                truth(said, "phones", phones),
                truth(said, "desktops", desktops),
                truth(said, "closed", closed),
                in.isEmpty() ? in : SiteRules.languages(in));
    }

    /** What the database keeps. */
    public static SiteShowing kept(String json) {
        if ("{}".equals(json)) return ALWAYS;
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return ALWAYS.with(reader.readObject());
        }
    }

    /** Where the button is not shown, as a regular expression over {@code location.pathname}; null for nowhere. */
    public String hidden() {
        if (paths.isEmpty()) return null;
        String any = "(?:"
                + String.join("|", paths.stream().map(PagePattern::expression).toList()) + ")$";
        return only ? "^(?!" + any + ")" : "^" + any;
    }

    private static boolean truth(JsonObject said, String name, boolean was) {
        if (!said.containsKey(name)) return was;
        JsonValue value = said.get(name);
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) return value == JsonValue.TRUE;
        throw new Invalid(name + " must be true or false.");
    }

    private static List<String> texts(JsonObject said, String name) {
        List<String> texts = new ArrayList<>();
        if (!(said.get(name) instanceof JsonArray array)) throw new Invalid(name + " must be a list of texts.");
        for (JsonValue value : array) {
            if (!(value instanceof JsonString text)) throw new Invalid(name + " must be a list of texts.");
            texts.add(text.getString());
        }
        return texts;
    }
}

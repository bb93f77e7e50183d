package dev.parley.web.pages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The widget's words: a table for each language it speaks, which its build has checked, with a site's own words in place of them. Names
 * that begin with {@code loader.} are for the button on the customer's page, all others for the panel. The console's are tables apart.
 */
@ApplicationScoped
public class Wording {
    private static final String LOADER = "loader.";

    private final ConcurrentHashMap<String, Map<String, String>> tables = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, String> consoles = new ConcurrentHashMap<>();
    private Assets assets;

    protected Wording() {}

    @Inject
    public Wording(Assets assets) {
        this.assets = assets;
    }

    /** Whether there is a table for it. */
    boolean speaks(Locale language) {
        return tables.containsKey(language.getLanguage()) || read(language).isPresent();
    }

    /** Every word of the console, as JSON. */
    String console(Locale language) {
        return consoles.computeIfAbsent(
                language.getLanguage(),
                tag -> assets.read("/widget/console-texts/" + tag + ".json")
                        .map(json -> new String(json, StandardCharsets.UTF_8))
                        .orElseThrow(() -> new IllegalStateException("the widget's jar has no console in " + tag)));
    }

    /** All words of the panel. A name of the site's that the widget does not know is left out. */
    JsonObject panel(Locale language, Map<String, String> own) {
        var words = Json.createObjectBuilder();
        table(language).forEach((name, text) -> {
            if (!name.startsWith(LOADER)) words.add(name, own.getOrDefault(name, text));
        });
        return words.build();
    }

    /** The words of the button: {@code open}, {@code close}, {@code unread}. */
    JsonObject loader(Locale language, Map<String, String> own, String company) {
        var words = Json.createObjectBuilder();
        table(language).forEach((name, text) -> {
            if (name.startsWith(LOADER))
                words.add(
                        name.substring(LOADER.length()),
                        own.getOrDefault(name, text).replace("{name}", company));
        });
        return words.build();
    }

    private Map<String, String> table(Locale language) {
        return tables.computeIfAbsent(
                language.getLanguage(),
                tag -> read(language)
                        .orElseThrow(() -> new IllegalStateException("the widget's jar has no words in " + tag)));
    }

    private Optional<Map<String, String>> read(Locale language) {
        return assets.read("/widget/texts/" + language.getLanguage() + ".json").map(Wording::parse);
    }

    private static Map<String, String> parse(byte[] json) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(json))) {
            return reader.readObject().entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey, e -> ((jakarta.json.JsonString) e.getValue()).getString()));
        }
    }
}

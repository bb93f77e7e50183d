package dev.parley.web.pages;

import dev.parley.company.SiteView;
import dev.parley.shared.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The widget's words: a table for each language it speaks, which its build has checked, with a site's own words in place of them. Names
 * that begin with {@code loader.} are for the button on the customer's page, all others for the panel; those that begin with {@code alerts.}
 * only where visitors can be notified, with {@code preview.} only where agents see what is being written, with {@code invite.} for what invites to chat. Those that the panel fetches later, by itself, are a table apart, and are given to it only where a site
 * says them otherwise; so are the console's.
 */
@ApplicationScoped
public class Wording {
    private static final List<String> ALL =
            List.of("en", "de", "fr", "es", "pt", "it", "nl", "pl", "ja", "zh", "ar", "he", "hi");

    private static final String LOADER = "loader.";
    static final String ALERTS = "alerts.";
    static final String PREVIEW = "preview.";
    private static final String INVITE = "invite.";
    private static final String NOTICE = "alerts.notice";

    /** The files of words that the panel fetches by itself. */
    private static final List<String> LATER = List.of("later", "arrival", "ways");

    private final ConcurrentHashMap<String, Map<String, String>> tables = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Map<String, String>> later = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, String> consoles = new ConcurrentHashMap<>();
    private Assets assets;

    protected Wording() {}

    @Inject
    public Wording(Assets assets) {
        this.assets = assets;
    }

    /** All languages that the widget speaks, English first. */
    public List<Locale> languages() {
        return ALL.stream().map(Locale::forLanguageTag).filter(this::speaks).toList();
    }

    /** Every word of the widget by name, those of the button begin with {@code loader.}; none in a language that it does not speak. */
    public Map<String, String> words(Locale language) {
        if (!speaks(language)) return Map.of();
        var words = new HashMap<>(table(language));
        words.putAll(later(language));
        return words;
    }

    /** Whether there is a table for it. */
    boolean speaks(Locale language) {
        return tables.containsKey(language.getLanguage()) || read(language).isPresent();
    }

    /** The languages of a site that the widget speaks too, the site's own first. English where there is none. */
    List<Locale> spoken(SiteView site) {
        List<Locale> languages = site.languages().stream()
                .map(Locale::forLanguageTag)
                .filter(this::speaks)
                .toList();
        return languages.isEmpty() ? List.of(Locale.ENGLISH) : languages;
    }

    /** In which language a site speaks with somebody who wants these. */
    public Locale language(SiteView site, List<Locale> wanted) {
        return SiteView.common(wanted, spoken(site));
    }

    /** Every word of the console, as JSON. */
    String console(Locale language) {
        return consoles.computeIfAbsent(
                language.getLanguage(),
                tag -> assets.read("/widget/console-texts/" + tag + ".json")
                        .map(json -> new String(json, StandardCharsets.UTF_8))
                        .orElseThrow(() -> new IllegalStateException("the widget's jar has no console in " + tag)));
    }

    /** What a notification says: that the company has answered, and nothing of what. */
    public String notice(Locale language, Map<String, String> own, String company) {
        return own.getOrDefault(NOTICE, table(language).get(NOTICE)).replace("{name}", company);
    }

    /**
     * The words of the panel on opening. A name of the site's that the widget does not know is left out.
     *
     * @param needed which of the words that not every site needs
     */
    JsonObject panel(Locale language, Map<String, String> own, Predicate<String> needed) {
        var words = Json.createObjectBuilder();
        table(language).forEach((name, text) -> {
            if (!name.startsWith(LOADER) && !name.startsWith(INVITE) && !name.equals(NOTICE) && needed.test(name))
                words.add(name, own.getOrDefault(name, text));
        });
        later(language).keySet().stream().filter(own::containsKey).forEach(name -> words.add(name, own.get(name)));
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

    /** The words of an invitation to chat, which is also called what the panel calls its beginning. */
    JsonObject invite(Locale language, Map<String, String> own) {
        var words = Json.createObjectBuilder();
        table(language).forEach((name, text) -> {
            String said = own.getOrDefault(name, text);
            if (name.startsWith(INVITE)) words.add(name.substring(INVITE.length()), said);
            else if (name.equals("start") || name.equals("here")) words.add(name, said);
        });
        return words.build();
    }

    private Map<String, String> table(Locale language) {
        return tables.computeIfAbsent(
                language.getLanguage(),
                tag -> read(language)
                        .orElseThrow(() -> new IllegalStateException("the widget's jar has no words in " + tag)));
    }

    private Map<String, String> later(Locale language) {
        return later.computeIfAbsent(language.getLanguage(), tag -> {
            var words = new HashMap<String, String>();
            for (String file : LATER)
                assets.read("/widget/" + file + "-" + tag + ".json")
                        .map(Wording::parse)
                        .ifPresent(words::putAll);
            return Map.copyOf(words);
        });
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

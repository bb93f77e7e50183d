package dev.parley.company;

import dev.parley.shared.Invalid;
import dev.parley.shared.ShortText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What may be said of a site. Every rule answers with the thing as it is kept, or says what does not fit. */
public final class SiteRules {
    /** So many origins a site has at most. */
    public static final int MOST_ORIGINS = 50;

    public static final int LONGEST_TEXT = 1000;

    private static final int LONGEST_NAME = 120;
    private static final int MOST_LANGUAGES = 20;
    private static final int MOST_REOPEN_HOURS = 24 * 365;
    /** Of one site in all languages, so that a change of all of them still fits into the audit log. */
    private static final int MOST_TEXT = 60_000;

    private static final Pattern KEY = Pattern.compile("[a-z0-9](?:-?[a-z0-9]){2,39}");
    private static final Pattern TEXT_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._]{0,39}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}");

    private SiteRules() {}

    /** Small letters, digits and single hyphens between them, 3 to 40. @throws Invalid if it is not */
    public static String key(String said) {
        String key = said == null ? "" : said.strip();
        if (key.length() > 40 || !KEY.matcher(key).matches())
            throw new Invalid("A key has 3 to 40 small letters, digits and single hyphens, such as acme-shop.");
        return key;
    }

    static String name(String said) {
        String name = ShortText.of("A name", said, LONGEST_NAME);
        if (name == null) throw new Invalid("A name is missing.");
        return name;
    }

    static List<OriginPattern> origins(List<String> said) {
        if (said.size() > MOST_ORIGINS) throw new Invalid("There are at most " + MOST_ORIGINS + " origins.");
        List<OriginPattern> origins =
                said.stream().map(OriginPattern::of).distinct().toList();
        int length = origins.stream().mapToInt(o -> o.text().length() + 1).sum();
        if (length > 4000) throw new Invalid("The origins are too long together.");
        return origins;
    }

    static List<String> languages(List<String> said) {
        Set<String> tags = new LinkedHashSet<>();
        for (String tag : said) {
            if (tag == null || !LANGUAGE.matcher(tag).matches())
                throw new Invalid("'" + tag + "' is not a language tag like de or pt-BR.");
            tags.add(Locale.forLanguageTag(tag).toLanguageTag());
        }
        if (tags.isEmpty()) throw new Invalid("A site needs a language.");
        if (tags.size() > MOST_LANGUAGES || String.join(",", tags).length() > 200)
            throw new Invalid("A site has at most " + MOST_LANGUAGES + " languages.");
        return List.copyOf(tags);
    }

    static int reopenHours(int said) {
        if (said < 0 || said > MOST_REOPEN_HOURS)
            throw new Invalid("reopenHours is a number from 0 to " + MOST_REOPEN_HOURS + ".");
        return said;
    }

    /** Own words; an empty one is none. */
    static Map<String, Map<String, String>> texts(Map<String, Map<String, String>> said) {
        Map<String, Map<String, String>> fitting = new TreeMap<>();
        int length = 0;
        for (var language : said.entrySet()) {
            if (!LANGUAGE.matcher(language.getKey()).matches())
                throw new Invalid("'" + language.getKey() + "' is not a language tag like de or pt-BR.");
            Map<String, String> own = new TreeMap<>();
            for (var each : language.getValue().entrySet()) {
                if (!TEXT_NAME.matcher(each.getKey()).matches())
                    throw new Invalid("'" + each.getKey() + "' is not a text of the widget.");
                String text = ShortText.of("The text '" + each.getKey() + "'", each.getValue(), LONGEST_TEXT);
                if (text != null) own.put(each.getKey(), text);
                if (text != null) length += text.length();
            }
            fitting.put(language.getKey(), own);
        }
        if (length > MOST_TEXT) throw new Invalid("The texts have at most " + MOST_TEXT + " characters together.");
        return fitting;
    }
}

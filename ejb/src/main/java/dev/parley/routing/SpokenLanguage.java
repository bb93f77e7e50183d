package dev.parley.routing;

import dev.parley.shared.Invalid;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Languages as tags of BCP 47, and which of them a conversation is held in. */
public final class SpokenLanguage {
    private static final int LONGEST = 35;

    private SpokenLanguage() {}

    /** Whether somebody who speaks the one understands the other: regions and scripts do not matter. */
    static boolean same(String one, String other) {
        return primary(one).equals(primary(other));
    }

    private static String primary(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    /**
     * The language that an agent should speak: the conversation's own where somebody set it; the visitor's where the site speaks it; the
     * department's; the site's first.
     *
     * @param siteLanguages tags with commas between, the site's own order
     * @return null where nobody says anything
     */
    public static String of(String own, String visitors, String departments, String siteLanguages) {
        List<String> spoken = siteLanguages == null
                ? List.of()
                : Arrays.stream(siteLanguages.split(","))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .toList();
        String understood = visitors != null && spoken.stream().anyMatch(tag -> same(tag, visitors)) ? visitors : null;
        return Stream.of(own, understood, departments, spoken.isEmpty() ? null : spoken.get(0))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The tag in its usual spelling; null for none. @throws Invalid if it is no language */
    static String checked(String tag) {
        if (tag == null || tag.isBlank()) return null;
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag.strip()).build();
            String usual = locale.toLanguageTag();
            if (!locale.getLanguage().isEmpty() && usual.length() <= LONGEST) return usual;
        } catch (IllformedLocaleException e) {
            throw new Invalid("A language is a tag such as en or pt-BR.", e);
        }
        throw new Invalid("A language is a tag such as en or pt-BR.");
    }
}

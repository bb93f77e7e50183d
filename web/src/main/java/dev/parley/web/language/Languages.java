package dev.parley.web.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The languages that console, portal and sign-in speak. */
public final class Languages {
    /** English first: it is spoken to whoever understands none. */
    public static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN, new Locale("ar"));

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "he");

    private Languages() {}

    /** The language with the region that was wanted, which decides how dates look; nothing where it is not spoken. */
    public static Optional<Locale> spoken(Locale wanted) {
        return SPOKEN.stream()
                .filter(spoken -> spoken.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .map(spoken -> new Locale.Builder()
                        .setLocale(spoken)
                        .setRegion(wanted.getCountry())
                        .build());
    }

    /** The first wanted one that is spoken, else English. */
    public static Locale common(List<Locale> wanted) {
        return wanted.stream()
                .flatMap(each -> spoken(each).stream())
                .findFirst()
                .orElse(SPOKEN.get(0));
    }

    /** Their tags, for a message: {@code en, de}. */
    public static String names() {
        return SPOKEN.stream().map(Locale::toLanguageTag).collect(Collectors.joining(", "));
    }

    /** {@code ltr} or {@code rtl}: where its lines begin. */
    public static String direction(Locale language) {
        return RIGHT_TO_LEFT.contains(language.getLanguage()) ? "rtl" : "ltr";
    }
}

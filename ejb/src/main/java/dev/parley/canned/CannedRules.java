package dev.parley.canned;

import dev.parley.shared.Invalid;
import dev.parley.shared.ShortText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may be said in a canned response. Every rule answers with the thing as it is kept, or says what does not fit. */
public final class CannedRules {
    /** So many a company has at most. */
    public static final int MOST = 500;

    public static final int LONGEST_SHORTCUT = 40;
    public static final int LONGEST_TEXT = 4000;

    /** Of all of a company together, so that the list is one answer that a console keeps. */
    public static final int MOST_TEXT = 500_000;

    /** What the console fills in. */
    public static final List<String> VARIABLES =
            List.of("visitor.name", "visitor.email", "agent.name", "company.name", "department.name");

    private static final Set<String> KNOWN = Set.copyOf(VARIABLES);
    private static final int MOST_LANGUAGES = 20;
    private static final Pattern SHORTCUT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]{0,39}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^{}|]*)(?:\\|[^{}]*)?}}");

    private CannedRules() {}

    static String shortcut(String said) {
        String shortcut =
                said == null ? "" : said.strip().replaceFirst("^/", "").toLowerCase(Locale.ROOT);
        if (shortcut.length() > LONGEST_SHORTCUT || !SHORTCUT.matcher(shortcut).matches())
            throw new Invalid("A shortcut is 1 to 40 letters, digits and . - _ without blanks.");
        return shortcut;
    }

    static String text(String said) {
        String text = ShortText.of("A text", said == null ? null : said.replace("\r\n", "\n"), LONGEST_TEXT);
        if (text == null) throw new Invalid("A text is missing.");
        if (CONTROL.matcher(text).find())
            throw new Invalid("A text has lines and tabs, but no other control characters.");
        variables(text);
        return text;
    }

    private static void variables(String text) {
        Matcher found = VARIABLE.matcher(text);
        while (found.find()) {
            String name = found.group(1).strip();
            if (!KNOWN.contains(name)) throw new Invalid("There is no variable '" + name + "'.");
        }
        if (VARIABLE.matcher(text).replaceAll("").contains("{{"))
            throw new Invalid("A variable is not closed: it is written {{visitor.name}} or {{visitor.name|there}}.");
    }

    /** Other languages' texts; an empty one is none. */
    static Map<String, String> texts(Map<String, String> said) {
        Map<String, String> texts = new TreeMap<>();
        said.forEach((tag, text) -> {
            if (tag == null || !LANGUAGE.matcher(tag).matches())
                throw new Invalid("'" + tag + "' is not a language tag like de or pt-BR.");
            String language = Locale.forLanguageTag(tag).toLanguageTag();
            if (text == null || text.isBlank()) return;
            if (texts.put(language, text(text)) != null) throw new Invalid("'" + language + "' is there twice.");
        });
        if (texts.size() > MOST_LANGUAGES)
            throw new Invalid("There are at most " + MOST_LANGUAGES + " other languages.");
        return texts;
    }

    /** @throws Invalid if these are more than a company may have */
    static void together(List<CannedView> all) {
        if (all.size() > MOST) throw new Invalid("There are at most " + MOST + " canned responses.");
        long length = all.stream()
                .mapToLong(one -> one.text().length()
                        + one.texts().values().stream()
                                .mapToLong(String::length)
                                .sum())
                .sum();
        if (length > MOST_TEXT)
            throw new Invalid("All canned responses have at most " + MOST_TEXT + " characters together.");
    }
}

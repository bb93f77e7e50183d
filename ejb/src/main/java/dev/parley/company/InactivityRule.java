package dev.parley.company;

import dev.parley.shared.Invalid;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of a conversation in which the visitor does not answer an agent: a reminder, then its end, each with the company's own words.
 *
 * @param remindMinutes of silence, 1 to 10,080 (a week), or null for no reminder
 * @param closeMinutes of silence after the reminder, or after the agent's words where there is none; null leaves it open
 * @param texts by language, at most 20; where nothing is said the clients' own words stand
 */
public record InactivityRule(Integer remindMinutes, Integer closeMinutes, Map<String, Words> texts) {
    /** Nothing happens. */
    public static final InactivityRule NONE = new InactivityRule(null, null, Map.of());

    private static final int WEEK = 7 * 24 * 60;
    private static final int MOST_LANGUAGES = 20;
    private static final int LONGEST = 250;
    private static final int LONGEST_LANGUAGE = 35;

    /** @param reminder or null @param closing or null; each at most 250 characters */
    public record Words(String reminder, String closing) {
        public Words {
            reminder = text(reminder);
            closing = text(closing);
        }
    }

    /** @throws Invalid if a number is out of its bounds or a text too long */
    public InactivityRule {
        check(remindMinutes);
        check(closeMinutes);
        if (texts.size() > MOST_LANGUAGES) throw new Invalid("Give texts in at most 20 languages.");
        texts = asWritten(texts);
    }

    /** Tags as everybody writes them, {@code pt-BR} and not {@code PT-br}, so that they are found. */
    private static Map<String, Words> asWritten(Map<String, Words> texts) {
        Map<String, Words> found = new HashMap<>();
        texts.forEach((tag, words) -> {
            if (!tag.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*") || tag.length() > LONGEST_LANGUAGE) {
                throw new Invalid("A language is a tag such as en or pt-BR.");
            }
            if (found.put(Locale.forLanguageTag(tag).toLanguageTag(), words) != null) {
                throw new Invalid("Name each language once.");
            }
        });
        return Map.copyOf(found);
    }

    /** The words for somebody who reads {@code language}: in it, in its main form, or in {@code otherwise}, which may be null. */
    public Optional<Words> words(String language, String otherwise) {
        return find(language).or(() -> find(otherwise));
    }

    private Optional<Words> find(String language) {
        if (language == null) return Optional.empty();
        return Optional.ofNullable(texts.get(language))
                .or(() -> Optional.ofNullable(texts.get(language.split("-", 2)[0])));
    }

    private static void check(Integer minutes) {
        if (minutes != null && (minutes < 1 || minutes > WEEK)) throw new Invalid("Give minutes from 1 to 10,080.");
    }

    private static String text(String said) {
        if (said == null || said.isBlank()) return null;
        String text = said.replaceAll("\\p{Cntrl}+", " ").strip();
        if (text.length() > LONGEST) throw new Invalid("A text has at most 250 characters.");
        return text;
    }
}

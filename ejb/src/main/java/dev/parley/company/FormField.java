package dev.parley.company;

import dev.parley.shared.CardNumbers;
import dev.parley.shared.Invalid;
import dev.parley.shared.ShortText;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One thing that a site asks before the first message.
 *
 * @param name under which the answer is kept; {@code email} is an address and {@code name} a text: by these the desk can reach the visitor
 * @param pattern of a text, as a whole; null for any
 * @param words by language; there is at least one
 */
public record FormField(String name, Kind kind, boolean required, AnswerPattern pattern, Map<String, Words> words) {
    public static final int LONGEST_LABEL = 200;
    public static final int LONGEST_HELP = 300;
    public static final int LONGEST_CHOICE = 120;
    public static final int MOST_CHOICES = 30;
    public static final String NAME = "name";
    public static final String EMAIL = "email";

    private static final Pattern NAMES = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");
    private static final Set<String> RESERVED = Set.of(PreChat.CONSENT, PreChat.DEPARTMENT);
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d\\s()./-]{3,40}");
    private static final int FEWEST_DIGITS = 3;
    /** Of a visitor. */
    private static final int LONGEST_NAME = 120;

    /** What may be said, with how many characters at most. */
    public enum Kind {
        TEXT(500),
        EMAIL(254),
        PHONE(40),
        CHOICE(LONGEST_CHOICE),
        CHECKBOX(5);

        final int longest;

        Kind(int longest) {
            this.longest = longest;
        }

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws Invalid for another word */
        public static Kind of(String wire) {
            for (Kind kind : values()) if (kind.wire().equals(wire)) return kind;
            throw new Invalid("A field's kind is text, email, phone, choice or checkbox.");
        }
    }

    /** How it is asked in a language. @param help null for none @param choices of a choice, in the same order in every language */
    public record Words(String label, String help, List<String> choices) {
        public Words {
            choices = List.copyOf(choices);
        }
    }

    public FormField {
        words = Map.copyOf(words);
    }

    /** The same as it is kept. @throws Invalid saying what does not fit */
    FormField checked() {
        if (name == null || !NAMES.matcher(name).matches() || RESERVED.contains(name))
            throw new Invalid("'" + name + "' is not a name of a field.");
        if (name.equals(EMAIL) && kind != Kind.EMAIL || name.equals(NAME) && kind != Kind.TEXT)
            throw new Invalid("The field '" + name + "' is of another kind.");
        if (pattern != null && kind != Kind.TEXT) throw new Invalid("Only a text has a pattern.");
        if (words.isEmpty()) throw new Invalid("The field '" + name + "' has no words.");
        SiteRules.languages(List.copyOf(words.keySet()));
        Map<String, Words> fitting = new TreeMap<>();
        words.forEach((language, said) -> fitting.put(language, checked(said)));
        if (fitting.values().stream().map(w -> w.choices().size()).distinct().count() > 1)
            throw new Invalid("The field '" + name + "' has not as many choices in one language as in another.");
        return new FormField(name, kind, required, pattern, fitting);
    }

    private Words checked(Words said) {
        String label = ShortText.of("A label", said.label(), LONGEST_LABEL);
        if (label == null) throw new Invalid("The field '" + name + "' has no label.");
        List<String> choices = said.choices().stream()
                .map(c -> ShortText.of("A choice", c, LONGEST_CHOICE))
                .toList();
        boolean many = kind == Kind.CHOICE;
        if (many == choices.isEmpty() || choices.contains(null) || choices.size() > MOST_CHOICES)
            throw new Invalid(
                    many ? "A choice has 1 to " + MOST_CHOICES + " answers." : "Only a choice has answers to choose.");
        if (new HashSet<>(choices).size() < choices.size()) throw new Invalid("A choice has the same answer twice.");
        return new Words(label, ShortText.of("A help", said.help(), LONGEST_HELP), choices);
    }

    /** In that language, else in the other, else in any. */
    public Words in(String language, String other) {
        return PreChat.spoken(words, language, other);
    }

    /**
     * The answer as it is kept, in the words of the site's own language; null where nothing was said.
     *
     * @throws Invalid if it is missing or does not fit
     */
    FormAnswer answer(String said, String language) {
        int most = name.equals(NAME) ? LONGEST_NAME : kind.longest;
        String text = ShortText.of("The field '" + name + "'", said, most);
        if (text == null || kind == Kind.CHECKBOX && text.equals("false")) {
            if (required) throw new Invalid("The field '" + name + "' must be filled in.");
            return null;
        }
        String kept = kind == Kind.CHOICE ? chosen(text, language) : text;
        if (kept == null || !fits(kept)) throw new Invalid("What is in the field '" + name + "' does not fit.");
        return new FormAnswer(name, kind.wire(), in(language, language).label(), CardNumbers.masked(kept));
    }

    private boolean fits(String text) {
        return switch (kind) {
            case TEXT -> pattern == null || pattern.matches(text);
            case EMAIL -> MAIL.matcher(text).matches();
            case PHONE ->
                PHONE.matcher(text).matches()
                        && text.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
            case CHOICE -> true;
            case CHECKBOX -> text.equals("true");
        };
    }

    /** What was chosen, whatever the language in which it was; null if it is none of them. */
    private String chosen(String text, String language) {
        for (Words each : words.values()) {
            int i = each.choices().indexOf(text);
            if (i >= 0) return in(language, language).choices().get(i);
        }
        return null;
    }
}

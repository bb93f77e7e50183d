package dev.parley.company;

import dev.parley.shared.Invalid;
import dev.parley.shared.ShortText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A rule by which a site's page speaks to a visitor first: all that it names must be true of the visitor.
 *
 * @param id by which a browser remembers that its visitor has seen it; within the site, for ever
 * @param on whether it is followed
 * @param seconds on the page, 0 to 3600
 * @param page on which it is said; null for every page
 * @param pages that the visitor has seen in this visit, this one included, 1 to 100
 * @param visitor whether that is somebody who was here before
 * @param texts what is said, by language, at most {@link #LONGEST} characters each
 */
public record ChatInvite(
        String id, boolean on, int seconds, PagePattern page, int pages, Visitor visitor, Map<String, String> texts) {
    public static final int LONGEST = 200;
    public static final int MOST_SECONDS = 3600;
    public static final int MOST_PAGES = 100;

    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,8}");

    /** Who is meant. A visit ends with half an hour in which no page is opened; who comes after that returns. */
    public enum Visitor {
        ANY,
        NEW,
        RETURNING;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Visitor of(String said) {
            for (Visitor each : values()) if (each.wire().equals(said)) return each;
            throw new Invalid("visitor is any, new or returning.");
        }
    }

    public ChatInvite {
        texts = Map.copyOf(texts);
    }

    /** The same as it is kept. @throws Invalid saying what does not fit */
    ChatInvite checked() {
        if (!ID.matcher(id).matches()) throw new Invalid("The id of an invite has 1 to 8 small letters and digits.");
        within("seconds", seconds, 0, MOST_SECONDS);
        within("pages", pages, 1, MOST_PAGES);
        Map<String, String> kept = new TreeMap<>();
        texts.forEach((language, said) -> {
            String text = ShortText.of("The text of an invite", said, LONGEST);
            if (text != null) kept.put(language, text);
        });
        if (kept.isEmpty()) throw new Invalid("An invite needs a text.");
        SiteRules.languages(List.copyOf(kept.keySet()));
        return new ChatInvite(id, on, seconds, page, pages, visitor, kept);
    }

    /** Whether pages must be counted, or a visitor known again, to follow it: then every page has a part in it. */
    boolean remembers() {
        return pages > 1 || visitor != Visitor.ANY;
    }

    /** What it says in that language, else in the other, else in any. */
    public String text(String language, String other) {
        return PreChat.spoken(texts, language, other);
    }

    private static void within(String what, int value, int least, int most) {
        if (value < least || value > most) throw new Invalid(what + " is a number from " + least + " to " + most + ".");
    }
}

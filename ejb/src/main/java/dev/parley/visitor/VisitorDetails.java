package dev.parley.visitor;

import dev.parley.shared.Invalid;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What a visitor's browser says of itself when it comes; every part may be null. A name or e-mail that is too long is refused; addresses
 * of pages and other facts about the browser are cut, and an address that is not http or https is dropped,
 * as is a time zone that the JDK does not know.
 */
public record VisitorDetails(
        String name,
        String email,
        String pageUrl,
        String pageTitle,
        String referrer,
        String language,
        String timeZone,
        String userAgent,
        boolean consent) {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_TITLE = 200;

    public static final VisitorDetails NONE = new VisitorDetails(null, null, null, null, null, null, null, null, false);

    public VisitorDetails {
        name = clean(name);
        if (name != null && name.length() > LONGEST_NAME) throw new Invalid("A name has at most 120 characters.");
        email = clean(email);
        if (email != null && (email.length() > LONGEST_EMAIL || !email.matches("[^@\\s]+@[^@\\s]+"))) {
            throw new Invalid("That is not an e-mail address.");
        }
        pageUrl = web(pageUrl);
        pageTitle = cut(clean(pageTitle), LONGEST_TITLE);
        referrer = web(referrer);
        language = cut(clean(language), 35);
        timeZone = zone(timeZone);
        userAgent = cut(clean(userAgent), 300);
    }

    /** Says who it is, and nothing else. */
    public static VisitorDetails contact(String name, String email) {
        return new VisitorDetails(name, email, null, null, null, null, null, null, false);
    }

    /** Says on which page it is, and nothing else. */
    public static VisitorDetails onPage(String url, String title, String referrer) {
        return new VisitorDetails(null, null, url, title, referrer, null, null, null, false);
    }

    /** Without control characters, which have no place in a line of text, and null where nothing is left. */
    private static String clean(String text) {
        if (text == null) return null;
        String clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.isEmpty() ? null : clean;
    }

    private static String cut(String text, int length) {
        if (text == null || text.length() <= length) return text;
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }

    private static String zone(String name) {
        return name != null && ZoneId.getAvailableZoneIds().contains(name) ? name : null;
    }

    private static String web(String url) {
        String clean = clean(url);
        if (clean == null) return null;
        String lower = clean.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://") ? cut(clean, 2000) : null;
    }
}

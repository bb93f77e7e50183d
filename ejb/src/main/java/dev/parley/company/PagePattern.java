package dev.parley.company;

import dev.parley.shared.Invalid;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * Pages of a site by their paths: {@code /checkout}, {@code /help/*}, {@code /*&#47;returns}. A star stands for any characters, slashes
 * too; there are at most three. Query and fragment do not count.
 *
 * @param text as browsers write paths: other than ASCII is escaped
 */
public record PagePattern(String text) {
    private static final int LONGEST = 200;
    private static final int MOST_STARS = 3;
    private static final Pattern SPECIAL = Pattern.compile("[.+?^${}()|\\[\\]\\\\/]");

    /** @throws Invalid if it is not a pattern */
    public static PagePattern of(String said) {
        String text = said == null ? "" : said.strip();
        boolean fits =
                text.startsWith("/") && text.chars().noneMatch(c -> c <= ' ' || c == '#' || c == '?' || c == '"');
        String path = fits ? ascii(text) : text;
        if (!fits
                || path.length() > LONGEST
                || path.chars().filter(c -> c == '*').count() > MOST_STARS)
            throw new Invalid("'" + text + "' is not a path like /help/*, with at most " + MOST_STARS + " stars.");
        return new PagePattern(path);
    }

    private static String ascii(String text) {
        try {
            // browsers leave these as they are
            return new URI(null, null, text, null)
                    .toASCIIString()
                    .replace("%25", "%")
                    .replace("%5B", "[")
                    .replace("%5D", "]")
                    .replace("%7C", "|");
        } catch (URISyntaxException e) {
            throw new Invalid("'" + text + "' is not a path like /help/*.", e);
        }
    }

    /** Whether a page's address has such a path. Takes time in proportion to both, whatever they are. */
    public boolean matchesAddress(String url) {
        if (url == null) return false;
        int host = url.indexOf("://");
        int begin = host < 0 ? -1 : url.indexOf('/', host + 3);
        String path = begin < 0 ? "/" : url.substring(begin).split("[?#]", 2)[0];
        return matches(path);
    }

    private boolean matches(String path) {
        int p = 0;
        int t = 0;
        int star = -1;
        int from = 0;
        while (p < path.length()) {
            if (t < text.length() && text.charAt(t) == '*') {
                star = t++;
                from = p;
            } else if (t < text.length() && text.charAt(t) == path.charAt(p)) {
                t++;
                p++;
            } else if (star >= 0) {
                t = star + 1;
                p = ++from;
            } else {
                return false;
            }
        }
        while (t < text.length() && text.charAt(t) == '*') t++;
        return t == text.length();
    }

    /** The same as a part of a regular expression of browsers. */
    public String expression() {
        return SPECIAL.matcher(text).replaceAll("\\\\$0").replace("*", ".*");
    }
}

package dev.parley.web.pages;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A page of this application that somebody asked for before signing in: {@code /console?conversation=x}. Only paths of our own get
 * through, so that a link to the sign-in page cannot send a colleague to a stranger's copy of it.
 *
 * @param value begins with exactly one slash; has no host, no backslash, no control character and no {@code ..}
 */
public record OwnPath(String value) {
    // what RFC 3986 allows in a path and a query, less the fragment; escapes of slash, backslash and dot are refused
    // below
    private static final Pattern PLAIN =
            Pattern.compile("/(?:[A-Za-z0-9._~!$&'()*+,;=:@%-][A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?");
    private static final Pattern ESCAPED = Pattern.compile("%(?:2e|2f|5c|0.|1.|7f)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 500;

    public OwnPath {
        if (!allowed(value)) throw new IllegalArgumentException("not a path of our own");
    }

    /** The path somebody asked for, or nothing where it is missing, leads elsewhere, or leads back to signing in or out. */
    public static Optional<OwnPath> of(String asked) {
        return allowed(asked) && !signsInOrOut(asked) ? Optional.of(new OwnPath(asked)) : Optional.empty();
    }

    private static boolean allowed(String path) {
        return path != null
                && path.length() <= LONGEST
                && PLAIN.matcher(path).matches()
                && !ESCAPED.matcher(path).find()
                && !path.contains("..")
                && !path.contains("//");
    }

    private static boolean signsInOrOut(String path) {
        return path.matches("/(?:login|logout)(?:[/?;.].*)?");
    }
}

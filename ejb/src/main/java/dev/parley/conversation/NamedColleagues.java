package dev.parley.conversation;

import dev.parley.conversation.persistence.MentionRows.Colleague;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the colleagues whom words name: an {@code @}, at the beginning of a word, and then the whole name as the desk shows it, in upper or
 * lower case. Of names that begin alike the longest counts; of colleagues with the same name each is meant.
 */
final class NamedColleagues {
    /** Nobody names more; a note of nothing but {@code @} costs no more than this. */
    private static final int MOST_LOOKED_AT = 100;

    private NamedColleagues() {}

    /** Keys of the accounts, in the order in which they are named. */
    static Set<Long> in(String text, Collection<Colleague> colleagues) {
        var named = new LinkedHashSet<Long>();
        int looked = 0;
        for (int at = text.indexOf('@'); at >= 0 && looked < MOST_LOOKED_AT; at = text.indexOf('@', at + 1)) {
            looked++;
            // not the @ of an e-mail address
            if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
                named.addAll(after(text, at + 1, colleagues));
            }
        }
        return named;
    }

    private static List<Long> after(String text, int from, Collection<Colleague> colleagues) {
        var named = new ArrayList<Long>();
        int longest = 1;
        for (Colleague colleague : colleagues) {
            int length = colleague.name().length();
            if (length < longest || !stands(colleague.name(), text, from)) continue;
            if (length > longest) named.clear();
            longest = length;
            named.add(colleague.accountId());
        }
        return named;
    }

    private static boolean stands(String name, String text, int from) {
        int end = from + name.length();
        return text.regionMatches(true, from, name, 0, name.length())
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }
}

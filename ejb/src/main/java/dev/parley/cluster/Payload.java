package dev.parley.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What one notification carries: which node speaks, and its hints, in order. */
public final class Payload {
    /** PostgreSQL takes less than 8,000 bytes; each character here is one. */
    static final int MOST = 7_000;

    private Payload() {}

    /** As few texts as hold all the hints. @param node at most 64 characters without a blank */
    public static List<String> of(String node, Collection<Hint> hints) {
        var texts = new ArrayList<String>();
        var text = new StringBuilder(node);
        for (Hint hint : hints) {
            String next = hint.text();
            if (text.length() + 1 + next.length() > MOST) {
                texts.add(text.toString());
                text = new StringBuilder(node);
            }
            text.append(' ').append(next);
        }
        if (text.length() > node.length()) texts.add(text.toString());
        return texts;
    }

    /** The hints of another node; none of one's own, and none where it cannot be understood. */
    public static List<Hint> read(String node, String text) {
        String[] parts = text.split(" ", -1);
        var hints = new ArrayList<Hint>();
        if (parts[0].equals(node)) return hints;
        for (int i = 1; i < parts.length; i++) {
            Optional<Hint> hint = Hint.read(parts[i]);
            hint.ifPresent(hints::add);
        }
        return hints;
    }
}

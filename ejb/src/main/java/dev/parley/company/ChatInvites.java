package dev.parley.company;

import dev.parley.shared.Invalid;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a site's pages say by themselves to a visitor who may want help, and when. A visitor sees one of them in a visit at most, none of
 * them twice, and none while it talks with the desk or nobody is free.
 *
 * @param rules in the order in which they are asked; of two that come true at once the first is said
 */
public record ChatInvites(List<ChatInvite> rules) {
    public static final int MOST = 10;

    /** Speaks to nobody first. */
    public static final ChatInvites NONE = new ChatInvites(List.of());

    /** A page counts as seen when somebody has stayed that long, in seconds. */
    private static final int SEEN = 1;

    public ChatInvites {
        rules = List.copyOf(rules);
    }

    /**
     * What must be true before any of them can be: known to the button's script, which fetches all else only then.
     *
     * @param seconds on a page
     * @param paths as a regular expression over {@code location.pathname}
     */
    public record First(int seconds, String paths) {}

    /** The same as it is kept. @throws Invalid saying what does not fit */
    ChatInvites checked() {
        if (rules.size() > MOST) throw new Invalid("There are at most " + MOST + " invites.");
        Set<String> ids = new HashSet<>();
        for (ChatInvite rule : rules)
            if (!ids.add(rule.id())) throw new Invalid("There are two invites '" + rule.id() + "'.");
        return new ChatInvites(rules.stream().map(ChatInvite::checked).toList());
    }

    /** Those that are followed. */
    public List<ChatInvite> on() {
        return rules.stream().filter(ChatInvite::on).toList();
    }

    /** What all that are followed have in common; null if none is. */
    public First first() {
        List<ChatInvite> on = on();
        if (on.isEmpty()) return null;
        // every page is counted, whatever it is
        if (on.stream().anyMatch(ChatInvite::remembers)) return new First(SEEN, "");
        int seconds = on.stream().mapToInt(ChatInvite::seconds).min().orElse(0);
        boolean anywhere = on.stream().anyMatch(rule -> rule.page() == null);
        return new First(
                seconds,
                anywhere
                        ? ""
                        : on.stream()
                                .map(rule -> rule.page().expression())
                                .distinct()
                                .collect(Collectors.joining("|", "^(?:", ")$")));
    }
}

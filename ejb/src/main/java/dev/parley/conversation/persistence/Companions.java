package dev.parley.conversation.persistence;

import dev.parley.conversation.ConversationView;
import dev.parley.conversation.ConversationView.Named;
import dev.parley.conversation.ConversationView.Target;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands in lists of its own beside conversations: their tags, who takes part and what is promised; one question for a whole page of them. */
final class Companions {
    private static final String TAGS = """
            select t.conversation_id, l.public_id, l.name from conversation_tag t join label l on l.id = t.label_id
            where t.conversation_id in (%s) order by l.position, l.id""";

    private static final String PARTICIPANTS = """
            select p.conversation_id, a.public_id, a.name from conversation_participant p join account a on a.id = p.account_id
            where p.conversation_id in (%s) order by p.joined_at, a.id""";

    private static final String TARGETS = """
            select k.conversation_id, k.measure, k.due_at, k.warn_at from target_clock k
            where k.ended_at is null and k.due_at is not null and k.conversation_id in (%s) order by k.due_at""";

    private Companions() {}

    static List<ConversationView> with(Connection c, List<ConversationView> views) throws SQLException {
        if (views.isEmpty()) return views;
        Map<Long, List<Named>> tags = of(c, TAGS, views);
        Map<Long, List<Named>> participants = of(c, PARTICIPANTS, views);
        Map<Long, Target> targets = targets(c, views);
        return views.stream()
                .map(view -> view.with(
                        tags.getOrDefault(view.key(), List.of()),
                        participants.getOrDefault(view.key(), List.of()),
                        targets.get(view.key())))
                .toList();
    }

    /** Of each the one that is due first. */
    private static Map<Long, Target> targets(Connection c, List<ConversationView> views) throws SQLException {
        var keys = views.stream().map(ConversationView::key).toList();
        try (PreparedStatement s = c.prepareStatement(TARGETS.replace("%s", "?,".repeat(keys.size() - 1) + "?"))) {
            Jdbc.bind(s, keys);
            try (ResultSet r = s.executeQuery()) {
                var found = new HashMap<Long, Target>();
                while (r.next()) {
                    found.putIfAbsent(
                            r.getLong(1),
                            new Target(r.getString(2), Jdbc.instant(r, "due_at"), Jdbc.instant(r, "warn_at")));
                }
                return found;
            }
        }
    }

    private static Map<Long, List<Named>> of(Connection c, String sql, List<ConversationView> views)
            throws SQLException {
        var keys = views.stream().map(ConversationView::key).toList();
        try (PreparedStatement s = c.prepareStatement(sql.formatted("?,".repeat(keys.size() - 1) + "?"))) {
            Jdbc.bind(s, keys);
            try (ResultSet r = s.executeQuery()) {
                var found = new HashMap<Long, List<Named>>();
                while (r.next()) {
                    found.computeIfAbsent(r.getLong(1), key -> new ArrayList<>())
                            .add(new Named(r.getString(2), r.getString(3)));
                }
                return found;
            }
        }
    }
}

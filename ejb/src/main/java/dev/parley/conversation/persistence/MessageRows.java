package dev.parley.conversation.persistence;

import dev.parley.conversation.Message;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Inserts what a batch made: conversations, their first log entries, messages. One batch statement for each table. */
final class MessageRows {
    private final Sequence messageIds = new Sequence("message_seq", 500);
    private final Sequence conversationIds = new Sequence("conversation_seq", 50);
    private final Sequence entryIds = new Sequence("conversation_event_seq", 50);

    long nextConversation(Connection c) throws SQLException {
        return conversationIds.next(c);
    }

    void insert(Connection c, List<Stored> outcomes) throws SQLException {
        var openings = outcomes.stream()
                .filter(o -> o.message() != null && o.post().opening() != null)
                .toList();
        if (!openings.isEmpty()) {
            var waiting = openings.stream().filter(o -> !opensEarly(o.post())).toList();
            var conversations = new LinkedHashMap<Long, Post>();
            waiting.forEach(o -> conversations.put(o.receipt().conversationId(), o.post()));
            insertConversations(c, conversations);
            insertEntries(c, openings);
        }
        insertMessages(c, outcomes);
    }

    /** Whether the conversation must be there before its first message is looked at, because files are attached to it. */
    static boolean opensEarly(Post post) {
        return post.opening() != null && !post.draft().files().isEmpty();
    }

    /** Inserts the conversation that a post opens, ahead of the batch. */
    void openEarly(Connection c, long conversationId, Post post) throws SQLException {
        insertConversations(c, Map.of(conversationId, post));
    }

    private void insertConversations(Connection c, Map<Long, Post> openings) throws SQLException {
        if (openings.isEmpty()) return;
        String sql = """
                insert into conversation (id, public_id, company_id, site_id, department_id, visitor_id, status, origin, priority,
                  opened_at, waiting_since, previous_id, version)
                values (?, ?, ?, ?, ?, ?, 'waiting', ?, 0, ?, ?, ?, 1)""";
        try (PreparedStatement s = c.prepareStatement(sql)) {
            for (var entry : openings.entrySet()) {
                Post post = entry.getValue();
                var opening = post.opening();
                var at = post.at().atOffset(ZoneOffset.UTC);
                s.setLong(1, entry.getKey());
                s.setString(2, opening.publicId());
                s.setLong(3, post.companyId());
                s.setLong(4, opening.siteId());
                s.setLong(5, opening.departmentId());
                s.setLong(6, opening.visitorId());
                s.setString(7, opening.origin());
                s.setObject(8, at);
                s.setObject(9, at);
                s.setObject(10, opening.previousId(), java.sql.Types.BIGINT);
                s.addBatch();
            }
            s.executeBatch();
        }
        AnswerRows.insert(c, openings);
    }

    private void insertEntries(Connection c, List<Stored> openings) throws SQLException {
        String sql = """
                insert into conversation_event (id, company_id, conversation_id, at, type, status, actor_kind, actor, department_id, reason)
                values (?, ?, ?, ?, 'opened', 'waiting', ?, ?, ?, ?)""";
        try (PreparedStatement s = c.prepareStatement(sql)) {
            for (Stored o : openings) {
                s.setLong(1, entryIds.next(c));
                s.setLong(2, o.post().companyId());
                s.setLong(3, o.receipt().conversationId());
                s.setObject(4, o.post().at().atOffset(ZoneOffset.UTC));
                s.setString(5, o.post().author().kind());
                s.setString(6, o.post().author().id());
                s.setLong(7, o.post().opening().departmentId());
                s.setString(8, o.post().opening().origin());
                s.addBatch();
            }
            s.executeBatch();
        }
    }

    private void insertMessages(Connection c, List<Stored> outcomes) throws SQLException {
        String sql = """
                insert into message (id, company_id, conversation_id, seq, kind, author_kind, sender, author_name, client_id, digest, body,
                  extra, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
        try (PreparedStatement s = c.prepareStatement(sql)) {
            boolean any = false;
            for (Stored o : outcomes) {
                if (o.message() == null) continue;
                bind(s, messageIds.next(c), o);
                s.addBatch();
                any = true;
            }
            if (any) s.executeBatch();
        }
    }

    private static void bind(PreparedStatement s, long id, Stored o) throws SQLException {
        Message m = o.message();
        s.setLong(1, id);
        s.setLong(2, o.post().companyId());
        s.setLong(3, o.receipt().conversationId());
        s.setLong(4, m.seq());
        s.setString(5, m.kind());
        s.setString(6, m.author().kind());
        s.setString(7, m.author().id());
        s.setString(8, m.author().name());
        s.setString(9, m.clientId());
        s.setString(10, o.post().digest());
        s.setString(11, m.text());
        s.setString(12, m.extra());
        s.setObject(13, m.at().atOffset(ZoneOffset.UTC));
    }
}

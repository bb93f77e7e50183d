package dev.parley.conversation.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A conversation's head while its row is locked by the writer. */
final class Head {
    private final long conversationId;
    private final long companyId;
    private final long epoch;
    private final boolean isNew;
    private long lastSeq;
    private boolean moved;

    private Head(long conversationId, long companyId, long lastSeq, long epoch, boolean isNew) {
        this.conversationId = conversationId;
        this.companyId = companyId;
        this.lastSeq = lastSeq;
        this.epoch = epoch;
        this.isNew = isNew;
    }

    static Head fresh(long conversationId, long companyId) {
        return new Head(conversationId, companyId, 0, 1, true);
    }

    long conversationId() {
        return conversationId;
    }

    long epoch() {
        return epoch;
    }

    long lastSeq() {
        return lastSeq;
    }

    long next() {
        moved = true;
        return ++lastSeq;
    }

    /** Locks the heads of all admitted posts, lowest id first, and reads them. */
    static Map<Long, Head> lock(Connection c, List<Post> batch) throws SQLException {
        var ids = new TreeSet<Long>();
        for (Post post : batch)
            if (post.admission() != null) ids.add(post.admission().conversationId());
        var heads = new HashMap<Long, Head>();
        if (ids.isEmpty()) return heads;
        // padded to a power of two, so that the servers' statement caches know it again
        int slots = Integer.highestOneBit(Math.max(1, ids.size() * 2 - 1));
        String sql =
                "select conversation_id, company_id, last_seq, epoch from conversation_head where conversation_id in ("
                        + "?,".repeat(slots - 1) + "?) order by conversation_id for update";
        try (PreparedStatement s = c.prepareStatement(sql)) {
            int i = 0;
            for (long id : ids) s.setLong(++i, id);
            while (i < slots) s.setLong(++i, ids.last());
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    heads.put(r.getLong(1), new Head(r.getLong(1), r.getLong(2), r.getLong(3), r.getLong(4), false));
                }
            }
        }
        return heads;
    }

    /** Writes back what {@link #next()} moved. */
    static void raise(Connection c, Collection<Head> heads) throws SQLException {
        try (PreparedStatement raised =
                        c.prepareStatement("update conversation_head set last_seq = ? where conversation_id = ?");
                PreparedStatement made = c.prepareStatement(
                        "insert into conversation_head (conversation_id, company_id, last_seq, epoch) values (?, ?, ?, ?)")) {
            boolean anyRaised = false;
            boolean anyMade = false;
            for (Head head : heads) {
                if (head.isNew) {
                    made.setLong(1, head.conversationId);
                    made.setLong(2, head.companyId);
                    made.setLong(3, head.lastSeq);
                    made.setLong(4, head.epoch);
                    made.addBatch();
                    anyMade = true;
                } else if (head.moved) {
                    raised.setLong(1, head.lastSeq);
                    raised.setLong(2, head.conversationId);
                    raised.addBatch();
                    anyRaised = true;
                }
            }
            if (anyMade) made.executeBatch();
            if (anyRaised) raised.executeBatch();
        }
    }
}

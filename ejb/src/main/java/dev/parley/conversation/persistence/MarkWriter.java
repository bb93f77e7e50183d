package dev.parley.conversation.persistence;

import dev.parley.conversation.Author;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Stores read marks, many in one transaction. A mark never moves backwards, and never beyond what is there to be read. */
public final class MarkWriter {
    private static final String MOVE = """
            update read_mark set delivered_seq = greatest(delivered_seq, least(?, (select h.last_seq from conversation_head h
                where h.conversation_id = read_mark.conversation_id))),
              read_seq = greatest(read_seq, least(?, (select h.last_seq from conversation_head h
                where h.conversation_id = read_mark.conversation_id)))
            where conversation_id = ? and reader = ?""";
    private static final String BEGIN = """
            insert into read_mark (conversation_id, company_id, reader, reader_kind, delivered_seq, read_seq)
            select h.conversation_id, h.company_id, cast(? as varchar(32)), cast(? as varchar(10)), least(?, h.last_seq), least(?, h.last_seq)
            from conversation_head h where h.conversation_id = ? on conflict do nothing""";

    private MarkWriter() {}

    /** Whose mark. The author's name is not part of who it is. */
    public record Reader(long companyId, long conversationId, String conversation, Author author)
            implements Comparable<Reader> {
        @Override
        public int compareTo(Reader other) {
            int byConversation = Long.compare(conversationId, other.conversationId);
            return byConversation != 0 ? byConversation : author.id().compareTo(other.author.id());
        }
    }

    public record Mark(long delivered, long read) {
        public Mark furthest(Mark other) {
            return new Mark(Math.max(delivered, other.delivered), Math.max(read, other.read));
        }
    }

    /** Stores all, in the order of their keys so that nodes never deadlock. @return what was stored */
    public static Map<Reader, Mark> write(DataSource dataSource, Map<Reader, Mark> marks) throws SQLException {
        try (Connection c = dataSource.getConnection()) {
            c.setAutoCommit(false);
            try {
                var ordered = List.copyOf(new TreeMap<>(marks).entrySet());
                int[] moved = move(c, ordered);
                var stored = new HashMap<Reader, Mark>();
                for (int i = 0; i < moved.length; i++) {
                    var entry = ordered.get(i);
                    if (moved[i] != 0 || begin(c, entry.getKey(), entry.getValue())) {
                        stored.put(entry.getKey(), entry.getValue());
                    }
                }
                c.commit();
                return stored;
            } catch (SQLException e) {
                c.rollback();
                throw e;
            } finally {
                c.setAutoCommit(true);
            }
        }
    }

    private static boolean begin(Connection c, Reader reader, Mark mark) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(BEGIN)) {
            s.setString(1, reader.author().id());
            s.setString(2, reader.author().kind());
            s.setLong(3, mark.delivered());
            s.setLong(4, mark.read());
            s.setLong(5, reader.conversationId());
            // 0: another node began it at the same moment; then it is there to be moved
            return s.executeUpdate() == 1 || move(c, List.of(Map.entry(reader, mark)))[0] != 0;
        }
    }

    private static int[] move(Connection c, List<Map.Entry<Reader, Mark>> marks) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(MOVE)) {
            for (var entry : marks) {
                s.setLong(1, entry.getValue().delivered());
                s.setLong(2, entry.getValue().read());
                s.setLong(3, entry.getKey().conversationId());
                s.setString(4, entry.getKey().author().id());
                s.addBatch();
            }
            return s.executeBatch();
        }
    }
}

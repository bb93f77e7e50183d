package dev.parley.conversation.persistence;

import dev.parley.conversation.Author;
import dev.parley.conversation.Message;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/** Reads the timeline. Selects from {@code message} only: a note cannot come out of here. */
@ApplicationScoped
public class MessageReader {
    private static final String COLUMNS =
            "select seq, kind, author_kind, sender, author_name, client_id, body, extra, at from message where conversation_id = ? ";

    @Resource(lookup = "java:app/jdbc/parley")
    private DataSource dataSource;

    protected MessageReader() {}

    /** Outside a container. */
    public MessageReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What follows {@code seq}, oldest first. */
    public List<Message> after(long conversationId, String publicId, long seq, int limit) {
        return read(conversationId, publicId, COLUMNS + "and seq > ? order by seq limit ?", seq, limit);
    }

    /** What stands before {@code seq}, nearest {@code limit}, oldest first. */
    public List<Message> before(long conversationId, String publicId, long seq, int limit) {
        var newestFirst = read(conversationId, publicId, COLUMNS + "and seq < ? order by seq desc limit ?", seq, limit);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** A message stored before under this sender's client id, or null. */
    public Earlier earlier(long companyId, String sender, String clientId) {
        try (Connection c = dataSource.getConnection()) {
            return Earlier.find(c, companyId, sender, clientId);
        } catch (SQLException e) {
            throw Jdbc.unavailable(e);
        }
    }

    private List<Message> read(long conversationId, String publicId, String sql, long seq, int limit) {
        try (Connection c = dataSource.getConnection();
                PreparedStatement s = c.prepareStatement(sql)) {
            s.setLong(1, conversationId);
            s.setLong(2, seq);
            s.setInt(3, limit);
            try (ResultSet r = s.executeQuery()) {
                var messages = new ArrayList<Message>();
                while (r.next()) messages.add(message(publicId, r));
                return messages;
            }
        } catch (SQLException e) {
            throw Jdbc.unavailable(e);
        }
    }

    private static Message message(String publicId, ResultSet r) throws SQLException {
        return new Message(
                publicId,
                r.getLong(1),
                r.getString(6),
                r.getObject(9, OffsetDateTime.class).toInstant(),
                new Author(r.getString(3), r.getString(4), r.getString(5)),
                r.getString(2),
                r.getString(7),
                r.getString(8));
    }
}

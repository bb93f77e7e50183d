package dev.parley.conversation.persistence;

import dev.parley.shared.Invalid;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** The message that another one answers and shows as a quote. */
final class Quoted {
    /** Fits into a long. */
    private static final Pattern SEQ = Pattern.compile("[1-9][0-9]{0,17}");

    private Quoted() {}

    /**
     * The id of the message that a post answers: what somebody said in the same conversation and is stored. Where the conversation was closed
     * for so long that the post opens another one, a quote of the old one is left out: nothing of it would be seen in the new one.
     *
     * @return null where nothing is quoted
     * @throws Invalid if it is of another conversation, not there, an event or a change
     */
    static String by(Post post, Connection c) throws SQLException {
        String id = post.draft().replyTo();
        if (id == null) return null;
        boolean opens = post.opening() != null;
        Long conversationId =
                opens ? post.opening().previousId() : (Long) post.admission().conversationId();
        String conversation =
                opens ? post.draft().conversation() : post.admission().conversation();
        if (conversationId == null || !id.startsWith(conversation + "-")) throw wrong();
        String seq = id.substring(conversation.length() + 1);
        if (!SEQ.matcher(seq).matches() || !isSaid(c, conversationId, Long.parseLong(seq))) throw wrong();
        return opens ? null : id;
    }

    private static boolean isSaid(Connection c, long conversationId, long seq) throws SQLException {
        String sql = "select 1 from message where conversation_id = ? and seq = ? and kind not in ('event', 'change')";
        try (PreparedStatement s = c.prepareStatement(sql)) {
            s.setLong(1, conversationId);
            s.setLong(2, seq);
            try (ResultSet r = s.executeQuery()) {
                return r.next();
            }
        }
    }

    private static Invalid wrong() {
        return new Invalid("replyTo names no message of this conversation.");
    }
}

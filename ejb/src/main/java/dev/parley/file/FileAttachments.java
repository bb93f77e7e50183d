package dev.parley.file;

import dev.parley.shared.Invalid;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Ties uploads to the message that carries them, inside the message writer's transaction: only the uploader may, and only once. */
public final class FileAttachments {
    private FileAttachments() {}

    /**
     * @param uploader public id of who sends the message
     * @return the files in the order asked for
     * @throws Invalid if one is not there, another's, refused, or attached already; then none is attached
     */
    public static List<AttachedFile> attach(
            Connection c, long companyId, String uploader, List<String> ids, long conversationId, long seq) throws SQLException {
        var files = new ArrayList<AttachedFile>();
        for (String id : ids) files.add(lockFree(c, companyId, uploader, id));
        String sql = "update stored_file set conversation_id = ?, attached_seq = ? where company_id = ? and public_id = ?";
        try (PreparedStatement s = c.prepareStatement(sql)) {
            for (String id : ids) {
                s.setLong(1, conversationId);
                s.setLong(2, seq);
                s.setLong(3, companyId);
                s.setString(4, id);
                s.addBatch();
            }
            s.executeBatch();
        }
        return files;
    }

    private static AttachedFile lockFree(Connection c, long companyId, String uploader, String id) throws SQLException {
        String sql =
                """
                select name, type, size, state, has_thumbnail from stored_file
                where company_id = ? and public_id = ? and uploader = ? and conversation_id is null and state <> 'refused'
                for update""";
        try (PreparedStatement s = c.prepareStatement(sql)) {
            s.setLong(1, companyId);
            s.setString(2, id);
            s.setString(3, uploader);
            try (ResultSet r = s.executeQuery()) {
                if (!r.next()) throw new Invalid("A file of this message cannot be sent: not there, or sent already.");
                return new AttachedFile(id, r.getString(1), r.getString(2), r.getLong(3), r.getString(4), r.getBoolean(5));
            }
        }
    }
}

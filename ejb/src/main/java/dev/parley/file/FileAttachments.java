package dev.parley.file;

import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.Refused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Attaches files inside the transaction that writes their message. Plain JDBC on the writer's own connection: it commits nothing and leaves
 * nothing behind when it refuses, so the other messages of the group are not touched.
 */
public final class FileAttachments {
    /** More files than this belong into a second message. */
    public static final int MOST = 10;

    private FileAttachments() {}

    /**
     * Attaches all of them or none.
     *
     * @param uploader opaque id of the message's sender: only who uploaded a file may attach it
     * @param files opaque ids, in the order in which the message shows them
     * @param seq of the message
     * @return the files in the same order
     * @throws Invalid if there are more than {@link #MOST}, or one twice
     * @throws NotFound if one does not exist, is somebody else's, or has expired
     * @throws Refused if one is attached already, or its check refused it
     */
    public static List<AttachedFile> attach(
            Connection c, long companyId, String uploader, List<String> files, long conversationId, long seq)
            throws SQLException {
        Set<String> wanted = new LinkedHashSet<>(files);
        if (wanted.size() > MOST) throw new Invalid("A message carries at most " + MOST + " files.");
        if (wanted.size() < files.size()) throw new Invalid("A message carries a file once.");
        if (wanted.isEmpty()) return List.of();
        Map<String, Row> rows = lock(c, companyId, uploader, wanted);
        for (String id : wanted) admit(rows.get(id));
        mark(c, rows, conversationId, seq);
        return wanted.stream().map(id -> rows.get(id).file()).toList();
    }

    private record Row(long id, FileState state, boolean attached, AttachedFile file) {}

    /** Locks in the order of the ids, so that two messages naming the same files never wait for each other. */
    private static Map<String, Row> lock(Connection c, long companyId, String uploader, Set<String> wanted)
            throws SQLException {
        String marks = String.join(",", Collections.nCopies(wanted.size(), "?"));
        String sql = "select id, public_id, name, type, size, state, has_thumbnail, conversation_id from stored_file"
                + " where company_id = ? and uploader = ? and public_id in (" + marks + ") order by id for update";
        try (PreparedStatement s = c.prepareStatement(sql)) {
            s.setLong(1, companyId);
            s.setString(2, uploader);
            int at = 3;
            for (String id : wanted) s.setString(at++, id);
            Map<String, Row> rows = new LinkedHashMap<>();
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) rows.put(r.getString("public_id"), row(r));
            }
            return rows;
        }
    }

    private static Row row(ResultSet r) throws SQLException {
        var file = new AttachedFile(
                r.getString("public_id"),
                r.getString("name"),
                r.getString("type"),
                r.getLong("size"),
                r.getString("state"),
                r.getBoolean("has_thumbnail"));
        boolean attached = r.getObject("conversation_id") != null;
        return new Row(r.getLong("id"), FileState.of(file.state()), attached, file);
    }

    private static void admit(Row row) {
        if (row == null || row.state() == FileState.EXPIRED) throw new NotFound("There is no such file.");
        if (row.state() == FileState.REFUSED) throw new Refused("The file was refused by the malware check.");
        if (row.attached()) throw new Refused("The file is attached to another message.");
    }

    private static void mark(Connection c, Map<String, Row> rows, long conversationId, long seq) throws SQLException {
        try (PreparedStatement s =
                c.prepareStatement("update stored_file set conversation_id = ?, attached_seq = ? where id = ?")) {
            for (Row row : rows.values()) {
                s.setLong(1, conversationId);
                s.setLong(2, seq);
                s.setLong(3, row.id());
                s.addBatch();
            }
            s.executeBatch();
        }
    }
}

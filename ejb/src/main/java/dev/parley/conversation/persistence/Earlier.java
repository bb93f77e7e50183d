package dev.parley.conversation.persistence;

import dev.parley.conversation.Receipt;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** A message that was stored before under the same sender and client id. */
public record Earlier(Receipt receipt, String digest) {
    public boolean matches(String other) {
        return digest.equals(other);
    }

    /** The receipt for a resend. @throws Refused if the resend says something else */
    public Receipt receiptFor(String otherDigest) {
        if (!matches(otherDigest)) throw BatchWriter.conflict();
        return receipt;
    }

    /** Null where there is none. */
    public static Earlier find(Connection c, long companyId, String sender, String clientId) throws SQLException {
        String sql = """
                select m.conversation_id, v.public_id, m.seq, m.at, m.digest
                from message m join conversation v on v.id = m.conversation_id
                where m.company_id = ? and m.sender = ? and m.client_id = ?""";
        try (PreparedStatement s = c.prepareStatement(sql)) {
            s.setLong(1, companyId);
            s.setString(2, sender);
            s.setString(3, clientId);
            try (ResultSet r = s.executeQuery()) {
                if (!r.next()) return null;
                var at = r.getObject(4, OffsetDateTime.class).toInstant();
                return new Earlier(
                        new Receipt(r.getString(2), r.getLong(1), clientId, r.getLong(3), at, false), r.getString(5));
            }
        }
    }
}

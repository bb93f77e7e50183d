package dev.parley.conversation.persistence;

import dev.parley.shared.Unavailable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What every reader here does the same way. */
final class Jdbc {
    private static final Logger LOG = Logger.getLogger(Jdbc.class.getName());

    private Jdbc() {}

    /** Said to the client; the cause is for the log only. */
    static Unavailable unavailable(SQLException e) {
        LOG.log(Level.WARNING, "a conversation could not be read", e);
        return new Unavailable("The database did not answer; try again.", e);
    }

    /** Binds in order; an {@link Instant} as UTC. */
    static void bind(PreparedStatement s, List<?> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            Object value = parameters.get(i);
            s.setObject(i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
    }

    /** Null where the column is. */
    static Instant instant(ResultSet r, String column) throws SQLException {
        var at = r.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

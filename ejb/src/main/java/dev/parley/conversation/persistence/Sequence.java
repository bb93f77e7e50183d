package dev.parley.conversation.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Hands out keys from blocks of a database sequence, as EclipseLink does: a sequence that steps by n gives the top of a block of n. A
 * rolled-back block leaves a hole, which no one minds in keys.
 */
final class Sequence {
    private final String name;
    private final int block;
    private long next = 1;
    private long last;

    Sequence(String name, int block) {
        this.name = name;
        this.block = block;
    }

    synchronized long next(Connection c) throws SQLException {
        if (next > last) {
            try (PreparedStatement s = c.prepareStatement("select nextval('" + name + "')");
                    ResultSet r = s.executeQuery()) {
                r.next();
                last = r.getLong(1);
                next = last - block + 1;
            }
        }
        return next++;
    }
}

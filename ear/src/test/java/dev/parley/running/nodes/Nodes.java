package dev.parley.running.nodes;

import dev.parley.running.ChatClient;
import dev.parley.running.OwnPostgres;
import dev.parley.running.RunningParley;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Two nodes as an operator installs them: one PostgreSQL, one secret, one folder for files; each its own ports. */
final class Nodes implements AutoCloseable {
    private final OwnPostgres postgres = OwnPostgres.start();
    private final Map<String, String> settings = new HashMap<>(postgres.settings());
    final RunningParley a;
    final RunningParley b;

    Nodes() {
        settings.put("PARLEY_SECRET", UUID.randomUUID().toString());
        a = RunningParley.start(settings);
        settings.put("PARLEY_DATA", a.data().toString());
        b = RunningParley.start(settings);
    }

    /** A visitor's socket on that node. */
    static ChatClient visitor(RunningParley on, String token) {
        return ChatClient.connect(on.url().resolve("/ws/visitor"), token);
    }

    /** Changes one row behind both nodes' backs, as one does that dies between its commit and its hint. */
    void behindTheirBacks(String sql, Object... parameters) {
        try (Connection c = DriverManager.getConnection(
                        settings.get("PARLEY_DB_URL"),
                        settings.get("PARLEY_DB_USER"),
                        settings.get("PARLEY_DB_PASSWORD"));
                PreparedStatement s = c.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) s.setObject(i + 1, parameters[i]);
            int rows = s.executeUpdate();
            if (rows != 1) throw new IllegalStateException(rows + " rows: " + sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        a.close();
        b.close();
        postgres.close();
    }
}

package dev.parley.testing;

import dev.parley.shared.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A migrated database, which tests have one after the other: to migrate one takes longer than most tests do, to empty it a moment. Emptied,
 * it is as it was when it had been migrated, if nobody changed its tables.
 */
final class Migrated {
    private static final String HISTORY = "flyway_schema_history";

    private final DataSource dataSource;
    private final Database kind;
    private final Runnable drop;
    private final String emptying;
    /** What the migrations themselves put into tables. */
    private final Map<String, List<Object[]>> seeds = new LinkedHashMap<>();

    private Migrated(DataSource dataSource, Runnable drop) throws SQLException {
        this.dataSource = dataSource;
        this.drop = drop;
        kind = Database.of(dataSource);
        kind.migrate(dataSource, Migrated.class.getClassLoader());
        try (Connection c = dataSource.getConnection()) {
            List<String> tables = names(c, "table_name", "tables", "table_schema", " and table_type = 'BASE TABLE'");
            tables.remove(HISTORY);
            List<String> sequences = names(c, "sequence_name", "sequences", "sequence_schema", "");
            for (String table : tables) remember(c, table);
            emptying = Stream.of(
                            Stream.of(
                                    kind == Database.H2
                                            ? "set referential_integrity false"
                                            : "set lock_timeout = '20s'; set session_replication_role = replica"),
                            tables.stream()
                                    .map(table ->
                                            (kind == Database.H2 ? "truncate table " : "delete from ") + quoted(table)),
                            sequences.stream().map(sequence -> "alter sequence " + quoted(sequence) + " restart"),
                            Stream.of(
                                    kind == Database.H2
                                            ? "set referential_integrity true"
                                            : "set session_replication_role = origin"))
                    .flatMap(each -> each)
                    .collect(Collectors.joining("; "));
        }
    }

    /** @param dataSource of an empty database @param drop what gives it up */
    static Migrated make(DataSource dataSource, Runnable drop) {
        try {
            return new Migrated(dataSource, drop);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Connection c, String name, String of, String schema, String condition)
            throws SQLException {
        String sql = "select " + name + " from information_schema." + of + " where " + schema + " = ?" + condition;
        try (PreparedStatement s = c.prepareStatement(sql)) {
            s.setString(1, c.getSchema());
            try (ResultSet r = s.executeQuery()) {
                var names = new ArrayList<String>();
                while (r.next()) names.add(r.getString(1));
                return names;
            }
        }
    }

    private void remember(Connection c, String table) throws SQLException {
        try (Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select * from " + quoted(table))) {
            var rows = new ArrayList<Object[]>();
            while (r.next()) {
                var row = new Object[r.getMetaData().getColumnCount()];
                for (int i = 0; i < row.length; i++) row[i] = r.getObject(i + 1);
                rows.add(row);
            }
            if (!rows.isEmpty()) seeds.put(table, rows);
        }
    }

    /** Some are called like words of SQL. */
    private static String quoted(String name) {
        return '"' + name + '"';
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** For the next test. @throws IllegalStateException if somebody still has a hand in it */
    void empty() {
        try (Connection c = dataSource.getConnection();
                Statement s = c.createStatement()) {
            s.execute(emptying);
            for (var seed : seeds.entrySet()) for (Object[] row : seed.getValue()) insert(c, seed.getKey(), row);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void insert(Connection c, String table, Object[] row) throws SQLException {
        String marks = "?" + ", ?".repeat(row.length - 1);
        try (PreparedStatement s = c.prepareStatement("insert into " + quoted(table) + " values (" + marks + ")")) {
            for (int i = 0; i < row.length; i++) s.setObject(i + 1, row[i]);
            s.executeUpdate();
        }
    }

    void drop() {
        drop.run();
    }
}

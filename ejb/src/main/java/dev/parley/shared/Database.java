package dev.parley.shared;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The two databases Parley runs on, and what differs between them. */
public enum Database {
    H2,
    POSTGRESQL;

    /** @throws SQLException if it cannot be asked @throws IllegalStateException if it is a third one */
    public static Database of(DataSource dataSource) throws SQLException {
        try (Connection c = dataSource.getConnection()) {
            String product = c.getMetaData().getDatabaseProductName();
            return switch (product) {
                case "H2" -> H2;
                case "PostgreSQL" -> POSTGRESQL;
                default -> throw new IllegalStateException("Parley runs on H2 and PostgreSQL, not on " + product);
            };
        }
    }

    /**
     * Refuses a database that would answer "committed" for what a kill or a power cut can still take: H2 with a write delay, PostgreSQL
     * without {@code fsync} or with {@code synchronous_commit=off}.
     *
     * @throws IllegalStateException naming the setting
     */
    public void assertDurable(DataSource dataSource) throws SQLException {
        try (Connection c = dataSource.getConnection();
                Statement s = c.createStatement()) {
            switch (this) {
                case H2 ->
                    demand(
                            s,
                            "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'",
                            "0",
                            "H2 must run with WRITE_DELAY=0");
                case POSTGRESQL -> {
                    demand(s, "show fsync", "on", "PostgreSQL must run with fsync=on");
                    refuse(s, "show synchronous_commit", "off", "PostgreSQL must not run with synchronous_commit=off");
                }
            }
        }
    }

    /** The JDBC level at which a transaction sees all tables as they stood when it began. */
    public int snapshotIsolation() {
        return switch (this) {
            // H2's own level: its repeatable read takes each table when that is first asked
            case H2 -> 6;
            case POSTGRESQL -> Connection.TRANSACTION_REPEATABLE_READ;
        };
    }

    /** Brings the tables up to date. @return how many migrations were applied */
    public int migrate(DataSource dataSource, ClassLoader loader) {
        return Flyway.configure(loader)
                .dataSource(dataSource)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + name().toLowerCase(Locale.ROOT))
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private static void demand(Statement s, String question, String answer, String rule) throws SQLException {
        String found = ask(s, question);
        if (!answer.equals(found)) throw new IllegalStateException(rule + ", not " + found);
    }

    private static void refuse(Statement s, String question, String answer, String rule) throws SQLException {
        if (answer.equals(ask(s, question))) throw new IllegalStateException(rule);
    }

    private static String ask(Statement s, String question) throws SQLException {
        try (ResultSet r = s.executeQuery(question)) {
            return r.next() ? r.getString(1) : null;
        }
    }
}

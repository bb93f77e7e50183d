package dev.parley.testdesk;

import dev.parley.shared.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGSimpleDataSource;

/** A fresh, migrated database of each kind. PostgreSQL where {@code parley.test.postgresql} names a server: host:port/database?user=… */
public final class TestDatabase {
    private static final String POSTGRESQL = System.getProperty("parley.test.postgresql");

    private TestDatabase() {}

    /** The kinds that can be had here. */
    public static Stream<Database> kinds() {
        return POSTGRESQL == null ? Stream.of(Database.H2) : Stream.of(Database.values());
    }

    static DataSource fresh(Database kind, Path folder) throws SQLException {
        DataSource dataSource =
                switch (kind) {
                    case H2 -> h2(folder);
                    case POSTGRESQL -> postgresql();
                };
        kind.migrate(dataSource, TestDatabase.class.getClassLoader());
        return dataSource;
    }

    private static DataSource h2(Path folder) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:file:" + folder.resolve("desk")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;LOCK_TIMEOUT=10000",
                "sa",
                "");
        pool.setMaxConnections(64);
        return pool;
    }

    /** A schema of its own in the server that was named. */
    private static DataSource postgresql() throws SQLException {
        String schema = "t" + UUID.randomUUID().toString().replace("-", "");
        var plain = new PGSimpleDataSource();
        plain.setUrl("jdbc:postgresql://" + POSTGRESQL);
        try (Connection c = plain.getConnection();
                Statement s = c.createStatement()) {
            s.execute("create schema " + schema);
        }
        plain.setCurrentSchema(schema);
        return new SmallPool(plain);
    }
}

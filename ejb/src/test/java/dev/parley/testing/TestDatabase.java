package dev.parley.testing;

import dev.parley.shared.Database;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty desk in a database of its own, for persistence tests: every one runs on H2 and on PostgreSQL. PostgreSQL is told by
 * {@code PARLEY_TEST_PG_URL}, {@code _USER}, {@code _PASSWORD}, which {@code ./verify} sets; each test gets a schema of its own.
 */
public final class TestDatabase implements AutoCloseable {
    private final String name;
    private final DataSource dataSource;
    private final EntityManagerFactory factory;
    private final Runnable drop;

    private TestDatabase(String name, DataSource dataSource, Runnable drop) {
        this.name = name;
        this.dataSource = dataSource;
        this.drop = drop;
        try {
            Database.of(dataSource).migrate(dataSource, TestDatabase.class.getClassLoader());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        factory = Persistence.createEntityManagerFactory(
                "desk",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.nonJtaDataSource", dataSource));
    }

    /** The databases to test on: H2, and PostgreSQL where there is one. Under {@code ./verify} there must be one. */
    public static List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>(List.of(Kind.H2));
        if (System.getenv("PARLEY_TEST_PG_URL") != null) kinds.add(Kind.POSTGRESQL);
        else if (System.getenv("PARLEY_VERIFY") != null) {
            throw new IllegalStateException(
                    "PARLEY_TEST_PG_URL is not set: persistence tests need PostgreSQL under ./verify");
        }
        return kinds;
    }

    /** A database to test on. */
    public enum Kind {
        H2,
        POSTGRESQL;

        /** A new, empty, migrated one. */
        public TestDatabase open() {
            return switch (this) {
                case H2 -> openH2();
                case POSTGRESQL -> openPostgres();
            };
        }
    }

    private static TestDatabase openH2() {
        var h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
        h2.setUser("sa");
        h2.setPassword("");
        return new TestDatabase("H2", h2, () -> run(h2, "shutdown"));
    }

    private static TestDatabase openPostgres() {
        String schema = "t_" + UUID.randomUUID().toString().replace("-", "");
        DataSource admin = postgres(null);
        run(admin, "create schema " + schema);
        return new TestDatabase("PostgreSQL", postgres(schema), () -> run(admin, "drop schema " + schema + " cascade"));
    }

    private static DataSource postgres(String schema) {
        var postgres = new PGSimpleDataSource();
        postgres.setUrl(System.getenv("PARLEY_TEST_PG_URL"));
        postgres.setUser(System.getenv("PARLEY_TEST_PG_USER"));
        postgres.setPassword(System.getenv("PARLEY_TEST_PG_PASSWORD"));
        if (schema != null) postgres.setCurrentSchema(schema);
        return postgres;
    }

    private static void run(DataSource dataSource, String sql) {
        try (Connection c = dataSource.getConnection();
                Statement s = c.createStatement()) {
            s.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** Runs work in a transaction of its own and commits it; what it throws rolls back. */
    public <T> T in(Function<EntityManager, T> work) {
        EntityManager em = factory.createEntityManager();
        try {
            em.getTransaction().begin();
            T result = work.apply(em);
            em.getTransaction().commit();
            return result;
        } finally {
            if (em.getTransaction().isActive()) em.getTransaction().rollback();
            em.close();
        }
    }

    @Override
    public void close() {
        factory.close();
        drop.run();
    }

    @Override
    public String toString() {
        return name;
    }
}

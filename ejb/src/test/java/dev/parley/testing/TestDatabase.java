package dev.parley.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty desk in a database of its own, for persistence tests: every one runs on H2 and on PostgreSQL. PostgreSQL is told by
 * {@code PARLEY_TEST_PG_URL}, {@code _USER}, {@code _PASSWORD}, which {@code ./verify} sets; each test has a schema for itself.
 */
public final class TestDatabase implements AutoCloseable {
    private static final Map<Kind, Queue<Migrated>> IDLE =
            Map.of(Kind.H2, new ConcurrentLinkedQueue<>(), Kind.POSTGRESQL, new ConcurrentLinkedQueue<>());

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> IDLE.values().forEach(idle -> idle.forEach(Migrated::drop))));
    }

    private final Kind kind;
    private final Migrated migrated;
    private final boolean again;
    private EntityManagerFactory factory;

    private TestDatabase(Kind kind, Migrated migrated, boolean again) {
        this.kind = kind;
        this.migrated = migrated;
        this.again = again;
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

        /** An empty, migrated one. Another test has it afterwards: whoever changes its tables takes one {@link #alone()}. */
        public TestDatabase open() {
            Migrated idle = IDLE.get(this).poll();
            return new TestDatabase(this, idle == null ? make() : idle, true);
        }

        /** A new, empty, migrated one that nobody has afterwards. */
        public TestDatabase alone() {
            return new TestDatabase(this, make(), false);
        }

        private Migrated make() {
            return switch (this) {
                case H2 -> makeH2();
                case POSTGRESQL -> makePostgres();
            };
        }
    }

    private static Migrated makeH2() {
        var h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
        h2.setUser("sa");
        h2.setPassword("");
        return Migrated.make(h2, () -> run(h2, "shutdown"));
    }

    private static Migrated makePostgres() {
        String schema = "t_" + UUID.randomUUID().toString().replace("-", "");
        DataSource admin = postgres(null);
        run(admin, "create schema " + schema);
        return Migrated.make(postgres(schema), () -> run(admin, "drop schema " + schema + " cascade"));
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
        return migrated.dataSource();
    }

    /** Runs work in a transaction of its own and commits it; what it throws rolls back. */
    public <T> T in(Function<EntityManager, T> work) {
        EntityManager em = factory().createEntityManager();
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

    /** Not before it is asked for: it takes a moment, and a desk has one of its own. */
    private synchronized EntityManagerFactory factory() {
        if (factory == null) {
            factory = Persistence.createEntityManagerFactory(
                    "desk",
                    Map.of(
                            "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                            "jakarta.persistence.jtaDataSource", "",
                            "jakarta.persistence.nonJtaDataSource", dataSource()));
        }
        return factory;
    }

    @Override
    public void close() {
        if (factory != null) factory.close();
        if (!again) {
            migrated.drop();
            return;
        }
        migrated.empty();
        IDLE.get(kind).add(migrated);
    }

    @Override
    public String toString() {
        return kind == Kind.H2 ? "H2" : "PostgreSQL";
    }
}

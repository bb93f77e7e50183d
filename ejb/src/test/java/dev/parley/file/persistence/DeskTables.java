package dev.parley.file.persistence;

import dev.parley.file.domain.StoredFiles;
import dev.parley.shared.Database;
import dev.parley.shared.PublicIds;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The desk's tables, migrated as at a start, on H2 and, where {@code PARLEY_TEST_PG_URL} names one, on PostgreSQL in a schema of its own.
 * One per database for all tests; each test works in a company of its own.
 */
public final class DeskTables {
    private static final Map<Database, DeskTables> STARTED = new EnumMap<>(Database.class);
    private static final AtomicLong KEYS = new AtomicLong(1_000);

    private final DataSource dataSource;
    private final EntityManagerFactory entities;

    private DeskTables(Database database) throws SQLException {
        dataSource = database == Database.H2 ? h2() : postgres();
        database.migrate(dataSource, DeskTables.class.getClassLoader());
        entities = Persistence.createEntityManagerFactory(
                "desk",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource",
                        dataSource));
    }

    /** The databases there are to test on. */
    public static Stream<Database> databases() {
        return System.getenv("PARLEY_TEST_PG_URL") == null ? Stream.of(Database.H2) : Stream.of(Database.values());
    }

    public static synchronized DeskTables on(Database database) throws SQLException {
        DeskTables started = STARTED.get(database);
        if (started == null) {
            started = new DeskTables(database);
            STARTED.put(database, started);
        }
        return started;
    }

    private static DataSource h2() {
        var h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + PublicIds.next()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
        return h2;
    }

    private static DataSource postgres() throws SQLException {
        String schema = "files_" + Long.toHexString(System.nanoTime());
        var postgres = new PGSimpleDataSource();
        postgres.setUrl(System.getenv("PARLEY_TEST_PG_URL"));
        try (Connection c = postgres.getConnection()) {
            c.createStatement().execute("create schema " + schema);
        }
        postgres.setCurrentSchema(schema);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try (Connection c = postgres.getConnection()) {
                c.createStatement().execute("drop schema " + schema + " cascade");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }));
        return postgres;
    }

    public Connection connect() throws SQLException {
        return dataSource.getConnection();
    }

    /** The rows of files, each call in a transaction of its own, as the container runs it. */
    public StoredFiles files() {
        return (StoredFiles) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {StoredFiles.class}, (proxy, method, arguments) -> {
                    try (var em = entities.createEntityManager()) {
                        em.getTransaction().begin();
                        Object answer = method.invoke(new JpaStoredFiles(em), arguments);
                        em.getTransaction().commit();
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** A company with a visitor and a conversation of theirs, as keys. */
    public record Company(long id, long site, long visitor, long conversation) {}

    public Company company() throws SQLException {
        long k = KEYS.incrementAndGet();
        try (Connection c = connect()) {
            OffsetDateTime now = OffsetDateTime.now();
            run(c, "insert into company values (?,?,?,?,?)", k, "c" + k, "Company " + k, false, now);
            run(
                    c,
                    "insert into department (id, public_id, company_id, name, position) values (?,?,?,?,?)",
                    k,
                    "d" + k,
                    k,
                    "D",
                    1);
            run(c, """
                    insert into site (id, public_id, company_id, site_key, name, default_department_id, allowed_origins, brand_color,
                      greeting, languages, reopen_hours, created_at) values (?,?,?,?,'S',?,'','#000','','en',24,?)""", k, "s" + k, k, "key" + k, k, now);
            run(c, """
                    insert into visitor (id, public_id, company_id, site_id, cookie_hash, created_at, seen_at)
                    values (?,?,?,?,?,?,?)""", k, "v" + k, k, k, "h" + k, now, now);
            run(c, """
                    insert into conversation (id, public_id, company_id, site_id, department_id, visitor_id, status, origin, priority,
                      opened_at, waiting_since, version) values (?,?,?,?,?,?,'waiting','chat',0,?,?,1)""", k, "t" + k, k, k, k, k, now, now);
        }
        return new Company(k, k, k, k);
    }

    /** One value of one row, as text. */
    public String ask(String sql, Object... parameters) throws SQLException {
        try (Connection c = connect();
                PreparedStatement s = c.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) s.setObject(i + 1, parameters[i]);
            try (ResultSet r = s.executeQuery()) {
                return r.next() ? r.getString(1) : null;
            }
        }
    }

    private static void run(Connection c, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) s.setObject(i + 1, parameters[i]);
            s.executeUpdate();
        }
    }
}

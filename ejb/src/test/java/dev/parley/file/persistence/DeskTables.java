package dev.parley.file.persistence;

import dev.parley.file.domain.StoredFiles;
import dev.parley.shared.Caller;
import dev.parley.shared.Role;
import dev.parley.testing.TestDatabase;
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

/**
 * A desk with companies, each with a visitor, an agent and a conversation, for the tests of files. One database of each kind for all of
 * them, as making one takes seconds; each test begins without files and makes its own companies.
 */
public final class DeskTables {
    private static final Map<TestDatabase.Kind, DeskTables> OPEN = new EnumMap<>(TestDatabase.Kind.class);
    private static final AtomicLong KEYS = new AtomicLong(1_000);

    private final TestDatabase database;

    private DeskTables(TestDatabase.Kind kind) {
        database = kind.open();
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    }

    public static synchronized DeskTables on(TestDatabase.Kind kind) throws SQLException {
        DeskTables tables = OPEN.computeIfAbsent(kind, DeskTables::new);
        tables.run("delete from stored_file");
        return tables;
    }

    public Connection connect() throws SQLException {
        return database.dataSource().getConnection();
    }

    /** The rows of files, each call in a transaction of its own, as the container runs it. */
    public StoredFiles files() {
        return (StoredFiles) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {StoredFiles.class},
                (proxy, method, arguments) -> database.in(em -> {
                    try {
                        return method.invoke(new JpaStoredFiles(em), arguments);
                    } catch (InvocationTargetException e) {
                        throw (RuntimeException) e.getCause();
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }

    /** One company and who belongs to it; {@code key} is the key of each of its rows. */
    public record Company(long key) {
        public Caller.Visitor visitor() {
            return new Caller.Visitor(key, key, key, "v" + key, "Vera");
        }

        public Caller.Staff agent() {
            return staff(Role.AGENT);
        }

        public Caller.Staff staff(Role role) {
            return new Caller.Staff(key, key, "a" + key, "Ann", role, 1);
        }

        public long conversation() {
            return key;
        }
    }

    public Company company() throws SQLException {
        long k = KEYS.incrementAndGet();
        OffsetDateTime now = OffsetDateTime.now();
        run(
                "insert into company (id, public_id, name, demo, created_at) values (?,?,?,?,?)",
                k,
                "c" + k,
                "C" + k,
                false,
                now);
        run(
                "insert into department (id, public_id, company_id, name, position) values (?,?,?,?,?)",
                k,
                "d" + k,
                k,
                "D",
                1);
        run("""
                insert into site (id, public_id, company_id, site_key, name, default_department_id, allowed_origins, brand_color,
                  languages, reopen_hours, created_at) values (?,?,?,?,'S',?,'','#000','en',24,?)""", k, "s" + k, k, "key" + k, k, now);
        run("""
                insert into visitor (id, public_id, company_id, site_id, cookie_hash, created_at, seen_at)
                values (?,?,?,?,?,?,?)""", k, "v" + k, k, k, "h" + k, now, now);
        run("""
                insert into conversation (id, public_id, company_id, site_id, department_id, visitor_id, status, origin, priority,
                  opened_at, waiting_since, version) values (?,?,?,?,?,?,'waiting','chat',0,?,?,1)""", k, "t" + k, k, k, k, k, now, now);
        return new Company(k);
    }

    public void run(String sql, Object... parameters) throws SQLException {
        try (Connection c = connect();
                PreparedStatement s = prepare(c, sql, parameters)) {
            s.executeUpdate();
        }
    }

    /** The first value of the first row as text, or null. */
    public String ask(String sql, Object... parameters) throws SQLException {
        try (Connection c = connect();
                PreparedStatement s = prepare(c, sql, parameters);
                ResultSet r = s.executeQuery()) {
            return r.next() ? r.getString(1) : null;
        }
    }

    private static PreparedStatement prepare(Connection c, String sql, Object... parameters) throws SQLException {
        PreparedStatement s = c.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) s.setObject(i + 1, parameters[i]);
        return s;
    }
}

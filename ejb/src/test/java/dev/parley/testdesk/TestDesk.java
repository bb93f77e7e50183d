package dev.parley.testdesk;

import dev.parley.shared.Caller;
import dev.parley.shared.Role;
import dev.parley.testing.TestDatabase;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A company with departments, agents and visitors on a database of its own, and the doors to it. */
public final class TestDesk implements AutoCloseable {
    public static final long COMPANY = 1;

    public final MovableClock clock = new MovableClock();
    public final List<Object> news = new CopyOnWriteArrayList<>();

    private final TestDatabase database;
    private final SmallPool dataSource;
    private final EntityManagerFactory factory;
    private final ExecutorService executor = Executors.newFixedThreadPool(4);
    private final TestTransaction transaction;
    private final News bus;
    private final Wiring wiring;
    private final AtomicLong keys = new AtomicLong(1000);
    private final AtomicInteger visitors = new AtomicInteger();
    private final AtomicInteger inBackground = new AtomicInteger();

    private TestDesk(TestDatabase database) throws SQLException {
        this.database = database;
        dataSource = new SmallPool(database.dataSource());
        factory = Persistence.createEntityManagerFactory(
                "desk",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        "",
                        "jakarta.persistence.nonJtaDataSource",
                        dataSource,
                        "eclipselink.session-name",
                        "desk-" + System.identityHashCode(this)));
        transaction = new TestTransaction(factory);
        bus = new News(transaction);
        bus.observeAfterSuccess(news::add);
        wiring = wire();
        company();
    }

    public static TestDesk on(TestDatabase.Kind kind) throws SQLException {
        return new TestDesk(kind.open());
    }

    /** Another node on the same database: own beans, own sockets, same clock and news. */
    public Node node() {
        return new Node(wire());
    }

    /** The doors as one node has them. */
    public record Node(Wiring wiring) {
        public <T> T get(Class<T> type) {
            return wiring.get(type);
        }
    }

    private Wiring wire() {
        var wired = new Wiring(bus);
        wired.provide(Clock.class, clock);
        wired.provide(DataSource.class, dataSource);
        wired.provide(UserTransaction.class, transaction);
        wired.provide(EntityManager.class, transaction.entityManager());
        wired.provide(ManagedExecutorService.class, managed());
        return wired;
    }

    private ManagedExecutorService managed() {
        return (ManagedExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ManagedExecutorService.class}, (proxy, method, args) -> {
                    inBackground.incrementAndGet();
                    executor.execute(() -> {
                        try {
                            ((Runnable) args[0]).run();
                        } finally {
                            inBackground.decrementAndGet();
                        }
                    });
                    return null;
                });
    }

    public <T> T get(Class<T> type) {
        return wiring.get(type);
    }

    /** What is made from now on by {@link #get} gets this bean. */
    public <T> void provide(Class<T> type, T bean) {
        wiring.provide(type, bean);
    }

    private void company() throws SQLException {
        execute(
                "insert into company (id, public_id, name, demo, created_at) values (?, 'company', 'Acme', false, ?)",
                COMPANY,
                now());
        department(1, "Support");
        department(2, "Sales");
        execute(
                "insert into site (id, public_id, company_id, site_key, name, default_department_id, allowed_origins, brand_color,"
                        + " languages, reopen_hours, created_at) values (1, 'site', ?, 'acme', 'Acme', 1, '', '#000000', 'en', 24, ?)",
                COMPANY,
                now());
    }

    private void department(long id, String name) throws SQLException {
        execute(
                "insert into department (id, public_id, company_id, name, position) values (?, ?, ?, ?, ?)",
                id,
                "department-" + id,
                COMPANY,
                name,
                (int) id);
    }

    /** A colleague of the departments. */
    public Caller.Staff agent(String name, long... departments) {
        return colleague(name, Role.AGENT, departments);
    }

    public Caller.Staff colleague(String name, Role role, long... departments) {
        long id = keys.incrementAndGet();
        String publicId = "account-" + id;
        run(() -> {
            execute(
                    "insert into account (id, public_id, company_id, email, name, role, password_hash, failed_attempts, active, demo,"
                            + " created_at) values (?, ?, ?, ?, ?, ?, '', 0, true, false, ?)",
                    id,
                    publicId,
                    COMPANY,
                    id + "@acme.example",
                    name,
                    role.wire(),
                    now());
            for (long department : departments) {
                execute(
                        "insert into department_member (company_id, department_id, account_id) values (?, ?, ?)",
                        COMPANY,
                        department,
                        id);
            }
        });
        return new Caller.Staff(COMPANY, id, publicId, name, role, 0);
    }

    /** A conversation that waits in the department since {@code since}. @return its key; {@code conversation-<key>} is its public id */
    public long waiting(long department, int priority, Instant since) {
        long id = keys.incrementAndGet();
        long visitor = keys.incrementAndGet();
        String name = "visitor " + visitors.incrementAndGet();
        run(() -> {
            execute(
                    "insert into visitor (id, public_id, company_id, site_id, name, cookie_hash, created_at, seen_at)"
                            + " values (?, ?, ?, 1, ?, ?, ?, ?)",
                    visitor,
                    "visitor-" + visitor,
                    COMPANY,
                    name,
                    "hash-" + visitor,
                    now(),
                    now());
            execute(
                    "insert into conversation (id, public_id, company_id, site_id, department_id, visitor_id, status, origin, priority,"
                            + " opened_at, waiting_since, version) values (?, ?, ?, 1, ?, ?, 'waiting', 'chat', ?, ?, ?, 0)",
                    id,
                    "conversation-" + id,
                    COMPANY,
                    department,
                    visitor,
                    priority,
                    since,
                    since);
            execute(
                    "insert into conversation_head (conversation_id, company_id, last_seq, epoch) values (?, ?, 0, 1)",
                    id,
                    COMPANY);
        });
        return id;
    }

    public long waiting(long department) {
        return waiting(department, 0, now());
    }

    /** Returns when nothing that was woken runs any more: what a test changes next meets no drain on its way. */
    public void rest() {
        await("everything that was woken has ended", () -> inBackground.get() == 0);
    }

    public Instant now() {
        return clock.instant();
    }

    /** One value of one row. */
    public Object ask(String sql, Object... parameters) {
        try (Connection c = dataSource.getConnection();
                PreparedStatement s = prepare(c, sql, parameters);
                ResultSet r = s.executeQuery()) {
            return r.next() ? r.getObject(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each row of a query, as it stands in its first two columns. */
    public void each(String sql, Consumer<Object[]> row) {
        try (Connection c = dataSource.getConnection();
                PreparedStatement s = prepare(c, sql);
                ResultSet r = s.executeQuery()) {
            while (r.next()) row.accept(new Object[] {r.getObject(1), r.getObject(2)});
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long count(String sql, Object... parameters) {
        return ((Number) ask(sql, parameters)).longValue();
    }

    public void change(String sql, Object... parameters) {
        run(() -> execute(sql, parameters));
    }

    private void execute(String sql, Object... parameters) throws SQLException {
        try (Connection c = dataSource.getConnection();
                PreparedStatement s = prepare(c, sql, parameters)) {
            s.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection c, String sql, Object... parameters) throws SQLException {
        PreparedStatement s = c.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            Object value =
                    parameters[i] instanceof Instant at ? OffsetDateTime.ofInstant(at, ZoneOffset.UTC) : parameters[i];
            s.setObject(i + 1, value);
        }
        return s;
    }

    private interface Sql {
        void run() throws SQLException;
    }

    private static void run(Sql sql) {
        try {
            sql.run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until it is so. @throws AssertionError after a minute: the machine may be busy */
    public void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("never: " + what);
            LockSupport.parkNanos(2_000_000);
        }
    }

    @Override
    public void close() throws Exception {
        executor.shutdown();
        if (!executor.awaitTermination(20, TimeUnit.SECONDS)) throw new IllegalStateException("work is still running");
        factory.close();
        dataSource.closeAll();
        database.close();
    }
}

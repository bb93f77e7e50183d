package dev.parley.container;

import dev.parley.shared.Caller;
import dev.parley.shared.PublicIds;
import dev.parley.shared.Role;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** A company of its own in the server's database, with one department: each test opens one and disturbs nobody's. */
final class Desk {
    /** Far from what the sequences give. */
    private static final AtomicLong KEYS = new AtomicLong(1_000_000_000L);

    private final DataSource dataSource;
    final long company = KEYS.incrementAndGet();
    private final long department = KEYS.incrementAndGet();
    private final long site = KEYS.incrementAndGet();

    Desk(DataSource dataSource) {
        this.dataSource = dataSource;
        change(
                "insert into company (id, public_id, name, demo, created_at) values (?, ?, 'Inside', true, ?)",
                company,
                PublicIds.next(),
                now());
        change(
                "insert into department (id, public_id, company_id, name, position) values (?, ?, ?, 'Support', 1)",
                department,
                PublicIds.next(),
                company);
        change("""
                insert into site (id, public_id, company_id, site_key, name, default_department_id, allowed_origins, brand_color,
                  languages, reopen_hours, created_at) values (?, ?, ?, ?, 'Inside', ?, '', '#000', 'en', 24, ?)""", site, PublicIds.next(), company, PublicIds.next(), department, now());
    }

    Caller.Staff agent(String name) {
        long id = KEYS.incrementAndGet();
        String publicId = PublicIds.next();
        change("""
                insert into account (id, public_id, company_id, email, name, role, password_hash, failed_attempts, active, demo, created_at)
                values (?, ?, ?, ?, ?, 'agent', '', 0, true, true, ?)""", id, publicId, company, id + "@inside.example", name, now());
        change(
                "insert into department_member (company_id, department_id, account_id) values (?, ?, ?)",
                company,
                department,
                id);
        return new Caller.Staff(company, id, publicId, name, Role.AGENT, 0);
    }

    /** A waiting conversation. @return its key */
    long waiting(Instant since) {
        long visitor = KEYS.incrementAndGet();
        change("""
                insert into visitor (id, public_id, company_id, site_id, name, cookie_hash, created_at, seen_at)
                values (?, ?, ?, ?, 'Visitor', ?, ?, ?)""", visitor, PublicIds.next(), company, site, PublicIds.token(), now(), now());
        long id = KEYS.incrementAndGet();
        change("""
                insert into conversation (id, public_id, company_id, site_id, department_id, visitor_id, status, origin, priority, opened_at,
                  waiting_since, version) values (?, ?, ?, ?, ?, ?, 'waiting', 'chat', 0, ?, ?, 0)""", id, PublicIds.next(), company, site, department, visitor, since, since);
        change(
                "insert into conversation_head (conversation_id, company_id, last_seq, epoch) values (?, ?, 0, 1)",
                id,
                company);
        return id;
    }

    /** Another node, which has since died, said a moment ago that it has a socket of the agent. */
    void leaseOfDeadNode(Caller.Staff agent) {
        change(
                "insert into agent_lease (account_id, company_id, node, sockets, renewed_at) values (?, ?, 'dead', 1, ?)",
                agent.accountId(),
                company,
                now());
    }

    static Instant now() {
        return Instant.now();
    }

    String status(long conversation) {
        return (String) ask("select status from conversation where id = ?", conversation);
    }

    boolean offered(Caller.Staff agent, long conversation) {
        return count(
                        "select count(*) from offer where account_id = ? and open_for = ?",
                        agent.accountId(),
                        conversation)
                == 1;
    }

    long count(String sql, Object... parameters) {
        return ((Number) ask(sql, parameters)).longValue();
    }

    Object ask(String sql, Object... parameters) {
        try (Connection c = dataSource.getConnection();
                PreparedStatement s = prepare(c, sql, parameters);
                ResultSet r = s.executeQuery()) {
            return r.next() ? r.getObject(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void change(String sql, Object... parameters) {
        try (Connection c = dataSource.getConnection();
                PreparedStatement s = prepare(c, sql, parameters)) {
            s.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
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

    /** @throws AssertionError if it is not so within a minute */
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("never: " + what);
            LockSupport.parkNanos(20_000_000);
        }
    }
}

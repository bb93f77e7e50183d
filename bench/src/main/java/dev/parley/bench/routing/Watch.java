package dev.parley.bench.routing;

import dev.parley.bench.client.Json;
import dev.parley.bench.routing.Commit.Change;
import dev.parley.bench.routing.Commit.Kind;
import dev.parley.bench.server.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Has the database itself write down every change of the rows that routing goes by, in the transactions that make them, in a schema
 * {@code watch} beside the product's. PostgreSQL must run with {@code track_commit_timestamp=on}: the history is in the order of the commits.
 * A row is written only where a column that is named here is another one.
 */
final class Watch {
    private static final int AT_ONCE = 5_000;

    /** The columns of each table, as {@link Desk} reads them. Moments are microseconds. */
    private static final Map<String, String> TABLES = tables();

    private final Database database;

    Watch(Database database) {
        this.database = database;
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("department", "r.id, r.public_id");
        tables.put(
                "department_routing",
                "r.department_id, r.strategy, r.skills_seconds, r.language_seconds, r.last_agent_seconds, r.skills, r.language");
        tables.put("site", "r.id, r.languages, r.routing_skills");
        tables.put("account", "r.id, r.public_id, r.spoken");
        tables.put("department_member", "r.department_id, r.account_id");
        tables.put("agent_skill", "r.account_id, r.name, r.level");
        tables.put("agent_presence", "r.account_id, r.status, r.capacity");
        tables.put("agent_lease", "r.account_id, r.node, r.sockets, " + micros("r.renewed_at"));
        tables.put("visitor", "r.id, r.language");
        tables.put(
                "conversation",
                "r.id, r.public_id, r.department_id, r.visitor_id, r.status, r.priority, " + micros("r.waiting_since")
                        + ", r.agent_id, r.language, r.routing_skills, r.site_id");
        tables.put(
                "offer",
                "r.id, r.conversation_id, r.account_id, " + micros("r.expires_at") + ", " + micros("r.ended_at")
                        + ", r.outcome, r.ring_seat");
        return tables;
    }

    private static String micros(String column) {
        return "(extract(epoch from " + column + ") * 1000000)::bigint";
    }

    /** Begins; what stands already comes first in the history, as one commit. */
    void begin() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create schema watch");
            // a history that a crash of the database may lose is none that it slows down
            statement.execute("""
                    create unlogged table watch.change (
                        id    bigint generated always as identity primary key,
                        tx    xid8 not null default pg_current_xact_id(),
                        begun timestamp with time zone not null default transaction_timestamp(),
                        tab   text not null,
                        op    text not null,
                        image text not null)
                    """);
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                watch(statement, table.getKey(), table.getValue());
            }
            connection.commit();
        }
    }

    private static void watch(Statement statement, String table, String columns) throws SQLException {
        statement.execute("lock table public." + table + " in share row exclusive mode");
        statement.execute("insert into watch.change (tab, op, image) select '" + table + "', 'T', json_build_array("
                + columns + ")::text from public." + table + " r");
        statement.execute("""
                create function watch.note_%1$s() returns trigger language plpgsql as $$
                declare was text; now text;
                begin
                    if tg_op <> 'INSERT' then was := json_build_array(%2$s)::text; end if;
                    if tg_op <> 'DELETE' then now := json_build_array(%3$s)::text; end if;
                    if was is not distinct from now then return null; end if;
                    insert into watch.change (tab, op, image) values ('%1$s', left(tg_op, 1), coalesce(now, was));
                    return null;
                end $$
                """.formatted(table, columns.replace("r.", "old."), columns.replace("r.", "new.")));
        statement.execute("create trigger watched after insert or update or delete on public." + table
                + " for each row execute function watch.note_" + table + "()");
    }

    /** How many changes there are by now. */
    long changes() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from watch.change")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Gives every commit in its order, without keeping them. Two of the same microsecond are in the order of their transactions. */
    void walk(Consumer<Commit> ear) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(AT_ONCE);
            try (ResultSet row = statement.executeQuery("select " + micros("pg_xact_commit_timestamp(tx::xid)")
                    + " as at, " + micros("begun") + " as begun, tx::text as tx, tab, op, image from watch.change"
                    + " order by pg_xact_commit_timestamp(tx::xid), tx, id")) {
                walk(row, ear);
            }
        }
    }

    private static void walk(ResultSet row, Consumer<Commit> ear) throws SQLException {
        String transaction = null;
        Commit commit = null;
        while (row.next()) {
            if (!row.getString("tx").equals(transaction)) {
                if (commit != null) {
                    ear.accept(commit);
                }
                transaction = row.getString("tx");
                commit = new Commit(row.getLong("at"), row.getLong("begun"), new ArrayList<>());
            }
            commit.changes().add(change(row));
        }
        if (commit != null) {
            ear.accept(commit);
        }
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(row.getString("tab"), Kind.of(row.getString("op")), Json.read(row.getString("image")));
    }

    /** The text of the only mail to the address, or null while there is none. */
    String mailTo(String address) throws SQLException {
        try (Connection connection = connect();
                var statement =
                        connection.prepareStatement("select body_text from demo_mail where recipient = ? limit 1")) {
            statement.setString(1, address);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    /** The tables that are watched. */
    static List<String> watched() {
        return List.copyOf(TABLES.keySet());
    }
}

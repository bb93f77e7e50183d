package dev.parley.conversation.persistence;

import dev.parley.conversation.Admission;
import dev.parley.conversation.Author;
import dev.parley.conversation.Draft;
import dev.parley.conversation.Receipt;
import dev.parley.shared.PublicIds;
import dev.parley.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A company with one site, one visitor and the message log of any number of nodes over one database. */
final class LogDesk implements AutoCloseable {
    static final Author MIA = new Author("visitor", "visitor-mia", "Mia");

    final TestDatabase database;
    private final List<GroupCommit> nodes = new ArrayList<>();

    LogDesk(TestDatabase.Kind kind) {
        database = kind.open();
        run(
                "insert into company (id, public_id, name, demo, created_at) values (1, 'company', 'Acme', true, current_timestamp)",
                "insert into department (id, public_id, company_id, name, position) values (1, 'department', 1, 'Support', 1)",
                """
                insert into site (id, public_id, company_id, site_key, name, default_department_id, allowed_origins, brand_color,
                  languages, reopen_hours, created_at) values (1, 'site', 1, 'acme', 'Acme', 1, '', '#000000', 'en', 24,
                  current_timestamp)""",
                """
                insert into visitor (id, public_id, company_id, site_id, name, cookie_hash, created_at, seen_at)
                values (1, 'visitor-mia', 1, 1, 'Mia', 'hash', current_timestamp, current_timestamp)""");
    }

    /** Another node's writer over the same database. */
    GroupCommit node() {
        var node =
                new GroupCommit(new BatchWriter(database.dataSource()), stored -> {}, Executors.defaultThreadFactory());
        nodes.add(node);
        return node;
    }

    static Draft draft(String clientId, String conversation, String text) {
        return new Draft(clientId, conversation, null, text, List.of(), null, null);
    }

    static CompletableFuture<Receipt> open(GroupCommit node, String clientId, String text) {
        var draft = draft(clientId, null, text);
        return node.submit(new Post(
                1,
                MIA,
                draft,
                draft.digest(),
                null,
                new Post.Opening(PublicIds.next(), 1, 1, 1, "chat", null, java.util.List.of()),
                Instant.parse("2026-01-01T10:00:00Z"),
                new CompletableFuture<>()));
    }

    static CompletableFuture<Receipt> say(GroupCommit node, Admission to, String clientId, String text) {
        var draft = draft(clientId, to.conversation(), text);
        return node.submit(new Post(
                1,
                MIA,
                draft,
                draft.digest(),
                to,
                null,
                Instant.parse("2026-01-01T10:00:01Z"),
                new CompletableFuture<>()));
    }

    /** The answer, within a minute: the machine may be busy. */
    static Receipt answer(CompletableFuture<Receipt> pending) throws Exception {
        return pending.get(1, TimeUnit.MINUTES);
    }

    static Admission admission(Receipt opened) {
        return new Admission(opened.conversationId(), opened.conversation(), 1, 1);
    }

    void run(String... statements) {
        try (Connection c = database.dataSource().getConnection();
                Statement s = c.createStatement()) {
            for (String statement : statements) s.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Column 1 of every row, as text. */
    List<String> ask(String question) {
        try (Connection c = database.dataSource().getConnection();
                Statement s = c.createStatement();
                var r = s.executeQuery(question)) {
            var rows = new ArrayList<String>();
            while (r.next()) rows.add(r.getString(1));
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        nodes.forEach(GroupCommit::close);
        database.close();
    }
}

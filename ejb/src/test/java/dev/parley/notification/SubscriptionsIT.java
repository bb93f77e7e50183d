package dev.parley.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.notification.persistence.Subscriptions;
import dev.parley.shared.Caller;
import dev.parley.testing.TestDatabase;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("WID-14")
class SubscriptionsIT {
    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
    private static final Caller.Visitor MIA = new Caller.Visitor(1, 1, 1, "mia", "Mia");
    private static final Caller.Visitor TOM = new Caller.Visitor(1, 1, 2, "tom", "Tom");
    private static final long TALK = 7;

    private TestDatabase database;

    static Stream<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().stream();
    }

    @AfterEach
    void close() {
        if (database != null) database.close();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_key_is_made_once(TestDatabase.Kind kind) {
        open(kind);
        String made = in(rows -> rows.key().vapid("mailto:a@b").publicKey());
        String found = in(rows -> rows.key().vapid("mailto:a@b").publicKey());

        assertThat(found).isEqualTo(made).hasSize(87);
        BigInteger number =
                in(rows -> rows.key().vapid("mailto:a@b").privateKey().getS());
        BigInteger again =
                in(rows -> rows.key().vapid("mailto:a@b").privateKey().getS());
        assertThat(again).isEqualTo(number);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void of_a_visitors_browsers_the_last_five_hear_and_nobody_elses(TestDatabase.Kind kind) {
        open(kind);
        for (int i = 0; i < 7; i++) add(MIA, "https://push.example/" + i);
        add(TOM, "https://push.example/tom");

        assertThat(endpoints(MIA)).hasSize(Subscriptions.MOST).startsWith("https://push.example/2");
        assertThat(endpoints(TOM)).containsExactly("https://push.example/tom");
        List<Letter> foreign = in(rows -> rows.letters(2, "mia", TALK, NOW));
        assertThat(foreign).as("of another company").isEmpty();

        run(rows -> rows.end(MIA));
        assertThat(endpoints(MIA)).isEmpty();
        assertThat(endpoints(TOM)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_browser_notifies_the_last_visitor_who_wanted_it(TestDatabase.Kind kind) {
        open(kind);
        add(MIA, "https://push.example/shared");
        add(TOM, "https://push.example/shared");

        assertThat(endpoints(MIA)).isEmpty();
        assertThat(endpoints(TOM)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_push_service_that_fails_is_left_alone_for_longer_each_time_and_given_up_at_last(TestDatabase.Kind kind) {
        open(kind);
        add(MIA, "https://push.example/1");
        Letter letter = letters(NOW).get(0);
        run(rows -> rows.failed(letter, Duration.ZERO, NOW));

        assertThat(letters(NOW.plusSeconds(29))).as("left alone").isEmpty();
        assertThat(due(NOW.plusSeconds(29))).isEmpty();
        assertThat(due(NOW.plusSeconds(30))).containsExactly(letter);
        assertThat(due(NOW.plusSeconds(30))).as("somebody sends it already").isEmpty();

        run(rows -> rows.failed(letter, Duration.ZERO, NOW));
        assertThat(due(NOW.plusSeconds(59))).isEmpty();
        assertThat(due(NOW.plusSeconds(60))).hasSize(1);
        run(rows -> rows.failed(letter, Duration.ofHours(1), NOW));
        assertThat(due(NOW.plusSeconds(3599))).as("as it asked").isEmpty();

        run(rows -> rows.taken(letter));
        assertThat(due(NOW.plus(Duration.ofDays(9)))).as("nothing waits").isEmpty();
        assertThat(letters(NOW)).hasSize(1);
        for (int i = 0; i < 10; i++) run(rows -> rows.failed(letter, Duration.ofDays(9), NOW));
        assertThat(endpoints(MIA)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void an_answer_while_the_push_service_is_left_alone_waits(TestDatabase.Kind kind) {
        open(kind);
        add(MIA, "https://push.example/1");
        run(rows -> rows.failed(letters(NOW).get(0), Duration.ZERO, NOW));
        List<Letter> now = in(rows -> rows.letters(1, "mia", 8, NOW.plusSeconds(1)));
        assertThat(now).isEmpty();

        assertThat(due(NOW.plusSeconds(30)))
                .singleElement()
                .extracting(Letter::conversation)
                .isEqualTo(8L);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_the_push_service_says_is_gone_is_gone(TestDatabase.Kind kind) {
        open(kind);
        add(MIA, "https://push.example/1");
        Letter letter = letters(NOW).get(0);
        run(rows -> rows.gone(letter));

        assertThat(endpoints(MIA)).isEmpty();
        run(rows -> rows.taken(letter));
        run(rows -> rows.failed(letter, Duration.ZERO, NOW));
    }

    private void open(TestDatabase.Kind kind) {
        database = kind.open();
        sql(
                "insert into company (id, public_id, name, demo, created_at) values (1, 'company', 'Acme', true, current_timestamp)",
                "insert into department (id, public_id, company_id, name, position) values (1, 'department', 1,"
                        + " 'Support', 1)",
                """
                insert into site (id, public_id, company_id, site_key, name, default_department_id, allowed_origins, brand_color,
                  languages, reopen_hours, created_at) values (1, 'site', 1, 'acme', 'Acme', 1, '', '#000000', 'en', 24,
                  current_timestamp)\
                """);
        for (String visitor : new String[] {"1, 'mia', 1, 1, 'Mia', 'a'", "2, 'tom', 1, 1, 'Tom', 'b'"})
            sql("insert into visitor (id, public_id, company_id, site_id, name, cookie_hash, created_at, seen_at)"
                    + " values ("
                    + visitor + ", current_timestamp, current_timestamp)");
        for (long talk : new long[] {TALK, 8})
            sql("insert into conversation (id, public_id, company_id, site_id, visitor_id, department_id, status,"
                    + " origin, priority, opened_at, waiting_since, version) values (" + talk + ", 'talk" + talk
                    + "', 1, 1, 1, 1, 'waiting', 'chat', 0, current_timestamp, current_timestamp, 1)");
    }

    private void sql(String... statements) {
        try (Connection c = database.dataSource().getConnection();
                Statement s = c.createStatement()) {
            for (String statement : statements) s.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(Caller.Visitor visitor, String endpoint) {
        run(rows -> rows.add(visitor, new PushAddress(endpoint, "key", "auth"), "New answer", NOW));
    }

    private List<Letter> letters(Instant at) {
        return in(rows -> rows.letters(1, "mia", TALK, at));
    }

    private List<Letter> due(Instant at) {
        return in(rows -> rows.due(at, 10));
    }

    private List<String> endpoints(Caller.Visitor visitor) {
        return in(rows -> rows.letters(1, visitor.publicId(), TALK, NOW).stream()
                .map(letter -> letter.address().endpoint())
                .toList());
    }

    private <T> T in(Function<Subscriptions, T> work) {
        return database.in(em -> work.apply(new Subscriptions(em)));
    }

    private void run(Consumer<Subscriptions> work) {
        in(rows -> {
            work.accept(rows);
            return null;
        });
    }
}

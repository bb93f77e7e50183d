package dev.parley.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("OPS-1")
class IdempotencyKeysIT {
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final KeptAnswer ANSWER = new KeptAnswer(201, "{\"id\":\"Ab\"}");

    private TestDesk desk;
    private IdempotencyKeys here;
    private IdempotencyKeys there;
    private Caller.Staff admin;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_same_again_gets_the_same_answer_on_each_node(TestDatabase.Kind kind) throws Exception {
        open(kind);
        Claim first = here.claim(admin, "key", "POST sites {}", Duration.ZERO);
        assertThat(first.answer()).isNull();

        here.keep(first, ANSWER);

        assertThat(here.claim(admin, "key", "POST sites {}", Duration.ZERO).answer())
                .isEqualTo(ANSWER);
        assertThat(there.claim(admin, "key", "POST sites {}", Duration.ZERO).answer())
                .isEqualTo(ANSWER);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void another_request_with_the_key_is_refused_and_other_callers_have_keys_of_their_own(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        here.claim(admin, "key", "POST sites {}", Duration.ZERO);
        Caller.Staff colleague = desk.colleague("Berta", Role.ADMINISTRATOR);
        Caller.Staff program = new Caller.Staff(
                admin.companyId(),
                admin.accountId(),
                admin.publicId(),
                "Ada",
                dev.parley.shared.HeldRole.of(Role.ADMINISTRATOR),
                0,
                null,
                "Import");

        assertThatThrownBy(() -> there.claim(admin, "key", "POST sites {1}", Duration.ZERO))
                .isInstanceOfSatisfying(
                        KeyReused.class, e -> assertThat(e.status()).isEqualTo(422));
        assertThat(here.claim(colleague, "key", "another", Duration.ZERO).answer())
                .isNull();
        assertThat(here.claim(program, "key", "another", Duration.ZERO).answer())
                .isNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void of_many_at_once_on_two_nodes_one_does_it_and_all_get_its_answer(TestDatabase.Kind kind) throws Exception {
        open(kind);
        AtomicInteger done = new AtomicInteger();
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Callable<KeptAnswer>> calls = IntStream.range(0, 8)
                    .<Callable<KeptAnswer>>mapToObj(i -> () -> {
                        IdempotencyKeys node = i % 2 == 0 ? here : there;
                        Claim claim = node.claim(admin, "key", "POST sites {}", PATIENT);
                        if (claim.answer() != null) return claim.answer();
                        done.incrementAndGet();
                        node.keep(claim, ANSWER);
                        return ANSWER;
                    })
                    .toList();

            for (Future<KeptAnswer> each : many.invokeAll(calls))
                assertThat(each.get()).isEqualTo(ANSWER);
        } finally {
            many.shutdownNow();
        }
        assertThat(done).hasValue(1);
        assertThat(desk.count("select count(*) from idempotency_key")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_was_not_done_may_be_tried_again_and_what_was_never_answered_may_not(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        here.release(here.claim(admin, "key", "POST sites {}", Duration.ZERO));
        assertThat(here.claim(admin, "key", "POST sites {}", Duration.ZERO).answer())
                .isNull();

        assertThatThrownBy(() -> there.claim(admin, "key", "POST sites {}", Duration.ofMillis(60)))
                .as("still at it")
                .isInstanceOf(Refused.class);
        desk.clock.advance(Duration.ofMinutes(2));
        assertThatThrownBy(() -> there.claim(admin, "key", "POST sites {}", PATIENT))
                .as("died at it: not waited for")
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whoever_comes_when_too_many_wait_is_sent_away_at_once_and_may_come_again(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        Waiting waiting = desk.get(Waiting.class);
        Claim first = here.claim(admin, "key", "POST sites {}", Duration.ZERO);
        for (int i = 0; i < Waiting.MOST; i++) assertThat(waiting.enter()).isTrue();

        assertThatThrownBy(() -> here.claim(admin, "key", "POST sites {}", PATIENT))
                .isInstanceOf(Refused.class);

        here.keep(first, ANSWER);
        assertThat(here.claim(admin, "key", "POST sites {}", PATIENT).answer()).isEqualTo(ANSWER);
        waiting.leave();
        Claim other = here.claim(admin, "other", "POST sites {}", Duration.ZERO);
        assertThatThrownBy(() -> here.claim(admin, "other", "POST sites {}", Duration.ofMillis(60)))
                .as("waited for a while")
                .isInstanceOf(Refused.class);
        here.keep(other, ANSWER);
        assertThat(waiting.enter()).as("who waited in vain has gone").isTrue();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_key_is_good_for_a_day_and_swept_away_then(TestDatabase.Kind kind) throws Exception {
        open(kind);
        here.keep(here.claim(admin, "key", "POST sites {}", Duration.ZERO), ANSWER);
        desk.clock.advance(IdempotencyKeys.LIFE.minusSeconds(1));
        assertThat(here.claim(admin, "key", "POST sites {}", Duration.ZERO).answer())
                .isEqualTo(ANSWER);
        desk.clock.advance(Duration.ofSeconds(1));

        assertThat(here.claim(admin, "key", "something else", Duration.ZERO).answer())
                .isNull();

        desk.clock.advance(IdempotencyKeys.LIFE.plusSeconds(1));
        desk.get(OwnTransaction.class).run(() -> desk.get(KeySweep.class).sweep());
        assertThat(desk.count("select count(*) from idempotency_key")).isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keys_are_bounded_in_length_and_number(TestDatabase.Kind kind) throws Exception {
        open(kind);
        for (String key : List.of("", " ", "x".repeat(256), "é", "a\u0000b"))
            assertThatThrownBy(() -> here.claim(admin, key, "x", Duration.ZERO)).isInstanceOf(Invalid.class);
        here.claim(admin, "x".repeat(255), "x", Duration.ZERO);
        desk.change(
                "insert into idempotency_key (id, company_id, account_id, via, key_hash, request_hash, begun_at, status)"
                        + " select -n, 1, ?, '', 'h' || n, '', ?, 200 from (select row_number() over () as n from"
                        + " information_schema.columns a cross join information_schema.columns b) numbers where n < ?",
                admin.accountId(),
                desk.now(),
                IdempotencyKeys.MOST);

        assertThat(desk.count("select count(*) from idempotency_key")).isEqualTo(IdempotencyKeys.MOST);
        assertThatThrownBy(() -> here.claim(admin, "one more", "x", Duration.ZERO))
                .isInstanceOf(RateLimited.class);
    }

    private void open(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        here = desk.get(IdempotencyKeys.class);
        there = desk.node().get(IdempotencyKeys.class);
        admin = desk.colleague("Ada", Role.ADMINISTRATOR);
    }
}

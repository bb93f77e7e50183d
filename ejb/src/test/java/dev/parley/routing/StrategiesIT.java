package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agent.Agents;
import dev.parley.agent.Presence;
import dev.parley.routing.RoutingEvent.OfferEnded;
import dev.parley.shared.Caller;
import dev.parley.shared.Refused;
import dev.parley.testdesk.TestDesk;
import dev.parley.testdesk.TestDesk.Node;
import dev.parley.testing.TestDatabase.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each strategy on the real tables of both databases, with two nodes. */
@Tag("ROU-1")
class StrategiesIT {
    private static final long SUPPORT = 1;

    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private TestDesk desk;
    private Node other;

    @AfterEach
    void close() throws Exception {
        threads.shutdownNow();
        if (desk != null) desk.close();
    }

    private void open(Kind kind, Strategy strategy) throws Exception {
        desk = TestDesk.on(kind);
        desk.get(DrainTriggers.class);
        desk.get(OfferReturns.class);
        other = desk.node();
        other.get(DrainTriggers.class);
        desk.change(
                "insert into department_routing (department_id, company_id, strategy) values (?, ?, ?)",
                SUPPORT,
                TestDesk.COMPANY,
                strategy.wire());
    }

    private Caller.Staff available(String name) {
        Caller.Staff agent = desk.agent(name, SUPPORT);
        desk.get(Agents.class).connected(agent, "socket of " + name);
        desk.get(Agents.class).setPresence(agent, Presence.AVAILABLE, null);
        // so that nobody has been idle as long as another
        desk.clock.advance(Duration.ofMillis(10));
        return agent;
    }

    private void drain() {
        desk.get(QueueDrain.class).wake(TestDesk.COMPANY);
        other.get(QueueDrain.class).wake(TestDesk.COMPANY);
    }

    private void sweep() {
        desk.get(QueueSweep.class).sweep();
    }

    private boolean offered(Caller.Staff agent, long conversation) {
        return desk.count(
                        "select count(*) from offer where account_id = ? and open_for = ?",
                        agent.accountId(),
                        conversation)
                == 1;
    }

    private long open(long conversation) {
        return desk.count("select count(*) from offer where open_for = ?", conversation);
    }

    private void awaitOffers(long conversation, int number) {
        desk.await(number + " offers of " + conversation, () -> {
            if (open(conversation) == number) return true;
            sweep();
            return open(conversation) == number;
        });
    }

    private String outcome(Caller.Staff agent, long conversation) {
        return (String) desk.ask(
                "select outcome from offer where account_id = ? and conversation_id = ? order by id desc",
                agent.accountId(),
                conversation);
    }

    private static String name(long conversation) {
        return "conversation-" + conversation;
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void ring_all_asks_everybody_with_room_and_the_first_who_accepts_has_it(Kind kind) throws Exception {
        open(kind, Strategy.RING_ALL);
        Caller.Staff first = available("first");
        Caller.Staff second = available("second");
        Caller.Staff third = available("third");
        Caller.Staff full = available("full");
        desk.change("update agent_presence set capacity = 0 where account_id = ?", full.accountId());
        long waiting = desk.waiting(SUPPORT);
        drain();
        awaitOffers(waiting, 3);
        assertThat(offered(full, waiting)).isFalse();

        desk.get(Offers.class).decline(second, name(waiting));
        assertThat(open(waiting)).as("one who declines ends only the own offer").isEqualTo(2);
        other.get(Offers.class).accept(third, name(waiting));

        assertThat(open(waiting)).isZero();
        assertThat(outcome(first, waiting)).isEqualTo("taken");
        assertThat(outcome(second, waiting)).isEqualTo("declined");
        assertThat(outcome(third, waiting)).isEqualTo("accepted");
        assertThat(desk.count("select agent_id from conversation where id = ?", waiting))
                .isEqualTo(third.accountId());
        assertThatThrownBy(() -> desk.get(Offers.class).accept(first, name(waiting)))
                .isInstanceOf(Refused.class);
        assertThat(desk.news.stream().filter(OfferEnded.class::isInstance).map(OfferEnded.class::cast))
                .as("the losers are told")
                .anyMatch(e -> e.accountId() == first.accountId() && e.outcome() == OfferOutcome.TAKEN);
    }

    @Tag("ROU-4")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void a_ring_that_nobody_hears_is_missed_by_all_and_rings_again_after_the_pause(Kind kind) throws Exception {
        open(kind, Strategy.RING_ALL);
        List<Caller.Staff> agents = List.of(available("first"), available("second"));
        long waiting = desk.waiting(SUPPORT);
        drain();
        awaitOffers(waiting, 2);

        desk.change(
                "update offer set expires_at = ? where open_for = ?", desk.now().minusSeconds(1), waiting);
        sweep();
        for (Caller.Staff agent : agents) assertThat(outcome(agent, waiting)).isEqualTo("missed");
        assertThat(desk.get(Choices.class).next(TestDesk.COMPANY, desk.now(), 1))
                .isEmpty();

        // still pausing when they say that they are there: else the ring might go to the first of them alone
        desk.clock.advance(Duration.ofSeconds(25));
        for (Caller.Staff agent : agents) desk.get(Agents.class).connected(agent, "socket of " + agent.name());
        desk.clock.advance(Duration.ofSeconds(6));
        awaitOffers(waiting, 2);
    }

    @Tag("ROU-2")
    @Tag("ROU-13")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void of_all_who_accept_a_ring_at_once_on_two_nodes_exactly_one_owns_it(Kind kind) throws Exception {
        open(kind, Strategy.RING_ALL);
        List<Caller.Staff> agents = new ArrayList<>();
        for (int i = 0; i < 8; i++) agents.add(available("agent " + i));
        try (var observer = new LoadObserver(desk)) {
            for (int round = 0; round < 10; round++) {
                long waiting = desk.waiting(SUPPORT);
                drain();
                awaitOffers(waiting, 8);
                assertThat(race(agents, waiting))
                        .as("owners in round %s", round)
                        .isEqualTo(1);
                assertThat(desk.count(
                                "select count(*) from offer where conversation_id = ? and outcome = 'accepted'",
                                waiting))
                        .isEqualTo(1);
                assertThat(open(waiting)).isZero();
                desk.change("update conversation set status = 'closed', agent_id = null where id = ?", waiting);
            }
            assertThat(observer.most()).isBetween(1, 4);
        }
    }

    private int race(List<Caller.Staff> agents, long conversation) throws Exception {
        var start = new CyclicBarrier(agents.size());
        List<Future<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < agents.size(); i++) {
            Caller.Staff agent = agents.get(i);
            Offers door = i % 2 == 0 ? desk.get(Offers.class) : other.get(Offers.class);
            tries.add(threads.submit(() -> {
                start.await(30, TimeUnit.SECONDS);
                try {
                    door.accept(agent, name(conversation));
                    return true;
                } catch (Refused e) {
                    return false;
                }
            }));
        }
        int owners = 0;
        for (Future<Boolean> one : tries) if (one.get(60, TimeUnit.SECONDS)) owners++;
        return owners;
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void round_robin_goes_round_though_two_nodes_deal(Kind kind) throws Exception {
        open(kind, Strategy.ROUND_ROBIN);
        List<Caller.Staff> agents = List.of(available("a"), available("b"), available("c"));
        for (Caller.Staff agent : agents) {
            desk.change("update agent_presence set capacity = 100 where account_id = ?", agent.accountId());
        }
        for (int i = 0; i < 30; i++) {
            long waiting = desk.waiting(SUPPORT);
            if (i % 2 == 0) drain();
            if (i % 5 == 0) awaitOffers(waiting, 1);
        }
        desk.await("all are offered", () -> {
            sweep();
            return desk.count("select count(*) from offer where ended_at is null") == 30;
        });
        for (Caller.Staff agent : agents) {
            assertThat(desk.count("select count(*) from offer where account_id = ?", agent.accountId()))
                    .isEqualTo(10);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void least_loaded_fills_the_emptier_hands(Kind kind) throws Exception {
        open(kind, Strategy.LEAST_LOADED);
        Caller.Staff small = available("small");
        Caller.Staff large = available("large");
        desk.change("update agent_presence set capacity = 2 where account_id = ?", small.accountId());
        desk.change("update agent_presence set capacity = 8 where account_id = ?", large.accountId());
        for (int i = 0; i < 5; i++) {
            long waiting = desk.waiting(SUPPORT);
            drain();
            awaitOffers(waiting, 1);
        }
        assertThat(desk.count("select count(*) from offer where account_id = ?", small.accountId()))
                .isEqualTo(1);
        assertThat(desk.count("select count(*) from offer where account_id = ?", large.accountId()))
                .isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void manual_asks_nobody_and_lets_agents_take(Kind kind) throws Exception {
        open(kind, Strategy.MANUAL);
        Caller.Staff agent = available("picker");
        long picked = desk.waiting(SUPPORT);
        long left = desk.waiting(SUPPORT);
        drain();
        sweep();
        assertThat(desk.get(Choices.class).next(TestDesk.COMPANY, desk.now(), 1))
                .isEmpty();

        desk.get(Offers.class).accept(agent, name(picked));

        assertThat(desk.count("select count(*) from offer")).isZero();
        assertThat(desk.ask("select status from conversation where id = ?", picked))
                .isEqualTo("open");
        assertThat(desk.ask("select status from conversation where id = ?", left))
                .isEqualTo("waiting");
    }
}

package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.shared.Caller;
import dev.parley.shared.Refused;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
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

/**
 * Fifty agents on two nodes reach for the same conversation at the same moment, again and again, while an observer counts what each
 * holds. {@code parley.race.rounds}, 50 unless told otherwise; {@code bench/results} has the thousand.
 */
class AssignmentRaceIT {
    private static final long SUPPORT = 1;
    private static final int AGENTS = 50;
    private static final int CAPACITY = 4;
    private static final int ROUNDS = Integer.getInteger("parley.race.rounds", 50);

    private final ExecutorService threads = Executors.newFixedThreadPool(AGENTS);
    private TestDesk desk;

    @AfterEach
    void close() throws Exception {
        threads.shutdownNow();
        if (desk != null) desk.close();
    }

    @Tag("ROU-2")
    @Tag("ROU-13")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void of_fifty_who_accept_one_conversation_exactly_one_owns_it(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        List<Caller.Staff> agents = agents();
        List<Offers> doors = List.of(desk.node().get(Offers.class), desk.node().get(Offers.class));
        long began = System.nanoTime();
        int most = 0;
        try (var observer = new LoadObserver(desk)) {
            for (int round = 0; round < ROUNDS; round++) {
                if (round % (AGENTS * CAPACITY / 2) == 0)
                    desk.change("update conversation set status = 'closed', agent_id = null");
                long conversation = desk.waiting(SUPPORT);
                List<Caller.Staff> winners = race(agents, doors, conversation);
                assertThat(winners).as("owners in round %s", round).hasSize(1);
                assertThat(desk.count("select agent_id from conversation where id = ?", conversation))
                        .isEqualTo(winners.get(0).accountId());
                assertThat(desk.count("select epoch from conversation_head where conversation_id = ?", conversation))
                        .isEqualTo(2);
            }
            most = observer.most();
            assertThat(observer.looks()).as("the observer looked").isPositive();
        }
        assertThat(most).isBetween(1, CAPACITY);
        System.out.printf(
                "race %s: %d rounds x %d agents, owners per round 1, most held %d of %d, %.1f s%n",
                kind, ROUNDS, AGENTS, most, CAPACITY, (System.nanoTime() - began) / 1e9);
    }

    @Tag("ROU-2")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void an_agent_who_reaches_for_ten_at_once_gets_four(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        List<Offers> doors = List.of(desk.node().get(Offers.class), desk.node().get(Offers.class));
        for (int round = 0; round < Math.max(5, ROUNDS / 10); round++) {
            Caller.Staff agent = desk.agent("greedy " + round, SUPPORT);
            List<Long> conversations = new ArrayList<>();
            for (int i = 0; i < 10; i++) conversations.add(desk.waiting(SUPPORT));
            var start = new CyclicBarrier(conversations.size());
            List<Future<Boolean>> tries = new ArrayList<>();
            for (long conversation : conversations) {
                Offers door = doors.get((int) (conversation % 2));
                tries.add(threads.submit(() -> accept(start, door, agent, conversation)));
            }
            assertThat(successes(tries)).isEqualTo(CAPACITY);
            assertThat(desk.count("select count(*) from conversation where agent_id = ?", agent.accountId()))
                    .isEqualTo(CAPACITY);
        }
    }

    private List<Caller.Staff> agents() {
        List<Caller.Staff> agents = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) agents.add(desk.agent("agent " + i, SUPPORT));
        return agents;
    }

    private List<Caller.Staff> race(List<Caller.Staff> agents, List<Offers> doors, long conversation) throws Exception {
        var start = new CyclicBarrier(agents.size());
        List<Future<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < agents.size(); i++) {
            Caller.Staff agent = agents.get(i);
            Offers door = doors.get(i % doors.size());
            tries.add(threads.submit(() -> accept(start, door, agent, conversation)));
        }
        List<Caller.Staff> winners = new ArrayList<>();
        for (int i = 0; i < tries.size(); i++) if (tries.get(i).get(60, TimeUnit.SECONDS)) winners.add(agents.get(i));
        return winners;
    }

    private static boolean accept(CyclicBarrier start, Offers door, Caller.Staff agent, long conversation)
            throws Exception {
        start.await(30, TimeUnit.SECONDS);
        try {
            door.accept(agent, conversation);
            return true;
        } catch (Refused e) {
            return false;
        }
    }

    private static int successes(List<Future<Boolean>> tries) throws Exception {
        int successes = 0;
        for (Future<Boolean> one : tries) if (one.get(60, TimeUnit.SECONDS)) successes++;
        return successes;
    }
}

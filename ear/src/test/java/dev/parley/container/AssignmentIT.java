package dev.parley.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.Agents;
import dev.parley.agent.Presence;
import dev.parley.conversation.Author;
import dev.parley.conversation.Lifecycle;
import dev.parley.db.Settings;
import dev.parley.routing.Offers;
import dev.parley.routing.Queues;
import dev.parley.shared.Caller;
import dev.parley.shared.Refused;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Assignment with the server's own transactions, threads, timers and events. {@code PARLEY_RACE_ROUNDS} is 50 unless told otherwise. */
@ExtendWith(ArquillianExtension.class)
class AssignmentIT {
    private static final int AGENTS = 50;
    private static final int CAPACITY = 4;

    @Resource(lookup = "java:app/jdbc/parley")
    private DataSource dataSource;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Offers offers;

    @Inject
    private Agents agents;

    @Inject
    private Queues queues;

    @Inject
    private Lifecycle lifecycle;

    @Deployment
    static Archive<?> parley() {
        return Packed.with(AssignmentIT.class, Desk.class);
    }

    @Test
    @Tag("ROU-2")
    void of_fifty_agents_who_accept_at_once_exactly_one_owns_it() throws Exception {
        var desk = new Desk(dataSource);
        List<Caller.Staff> racers = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) racers.add(desk.agent("racer " + i));
        ExecutorService pool = Executors.newFixedThreadPool(AGENTS, threads);
        try {
            int rounds = Settings.number("PARLEY_RACE_ROUNDS", 50);
            for (int round = 0; round < rounds; round++) {
                if (round % (AGENTS * CAPACITY / 2) == 0) {
                    desk.change(
                            "update conversation set status = 'closed', agent_id = null where company_id = ?",
                            desk.company);
                }
                long conversation = desk.waiting(Desk.now());
                List<Caller.Staff> owners = race(pool, racers, conversation);
                assertEquals(1, owners.size(), "owners in round " + round);
                assertEquals(
                        owners.get(0).accountId(),
                        desk.count("select agent_id from conversation where id = ?", conversation));
                assertTrue(mostHeld(desk) <= CAPACITY, "somebody holds more than the capacity in round " + round);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Caller.Staff> race(ExecutorService pool, List<Caller.Staff> racers, long conversation)
            throws Exception {
        var start = new CyclicBarrier(racers.size());
        List<Future<Boolean>> tries = new ArrayList<>();
        for (Caller.Staff racer : racers) {
            tries.add(pool.submit(() -> {
                start.await(30, TimeUnit.SECONDS);
                try {
                    offers.accept(racer, conversation);
                    return true;
                } catch (Refused e) {
                    return false;
                }
            }));
        }
        List<Caller.Staff> owners = new ArrayList<>();
        for (int i = 0; i < tries.size(); i++) if (tries.get(i).get(60, TimeUnit.SECONDS)) owners.add(racers.get(i));
        return owners;
    }

    private static long mostHeld(Desk desk) {
        Object most = desk.ask("""
                select max(n) from (select count(*) as n from conversation
                  where company_id = ? and status = 'open' group by agent_id) held""", desk.company);
        return most == null ? 0 : ((Number) most).longValue();
    }

    @Test
    @Tag("ROU-3")
    @Tag("ROU-4")
    void what_waits_is_offered_by_itself_whenever_somebody_has_room() {
        var desk = new Desk(dataSource);
        List<Long> waiting = new ArrayList<>();
        for (int i = 0; i < CAPACITY + 2; i++)
            waiting.add(desk.waiting(Desk.now().minusSeconds(100 - i)));
        Caller.Staff agent = desk.agent("alone");
        agents.connected(agent, "a socket");
        agents.setPresence(agent, Presence.AVAILABLE, null);

        Desk.await("the first is offered", () -> desk.offered(agent, waiting.get(0)));
        for (int i = 0; i < CAPACITY; i++) offers.accept(agent, waiting.get(i));
        assertFalse(desk.offered(agent, waiting.get(CAPACITY)), "nothing is offered beyond the capacity");

        lifecycle.close(waiting.get(0), Author.of(agent), "agent");
        Desk.await("the next is offered", () -> desk.offered(agent, waiting.get(CAPACITY)));

        agents.disconnected(agent, "a socket");
        assertFalse(desk.offered(agent, waiting.get(CAPACITY)), "the offer is back at once");
        assertEquals("open", desk.status(waiting.get(1)));
    }

    @Test
    @Tag("ROU-5")
    @Tag("ROU-13")
    void what_an_agent_on_a_dead_node_had_goes_back_to_its_old_place() {
        var desk = new Desk(dataSource);
        Caller.Staff lost = desk.agent("lost");
        long first = desk.waiting(Desk.now().minusSeconds(100));
        long second = desk.waiting(Desk.now().minusSeconds(50));
        offers.accept(lost, first);
        desk.leaseOfDeadNode(lost);

        Desk.await("the connection is lost", () -> "waiting".equals(desk.status(first)));

        assertEquals(1, queues.place(desk.company, first).orElseThrow().position());
        assertEquals(2, queues.place(desk.company, second).orElseThrow().position());
    }
}

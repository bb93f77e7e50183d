package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.Agents;
import dev.parley.agent.LeaseKeeper;
import dev.parley.agent.Presence;
import dev.parley.conversation.Author;
import dev.parley.conversation.Lifecycle;
import dev.parley.shared.Caller;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Refused;
import dev.parley.testdesk.TestDesk;
import dev.parley.testdesk.TestDesk.Node;
import dev.parley.testing.TestDatabase.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything at once on three nodes: visitors come, agents accept, decline, close, leave and lose their connection, time passes. Whatever
 * the order, nobody ever holds more than the capacity, and when the storm is over what waits is offered to whoever has room.
 * {@code parley.storm.seed} repeats one; {@code parley.storm.deeds} makes it longer.
 */
class RoutingStormIT {
    private static final int AGENTS = 8;
    private static final int ACTORS = 6;
    private static final int DEEDS = Integer.getInteger("parley.storm.deeds", 60);
    private static final long SEED = Long.getLong("parley.storm.seed", System.nanoTime());

    private final ExecutorService threads = Executors.newFixedThreadPool(ACTORS);
    private TestDesk desk;
    private List<Node> nodes;
    private List<Caller.Staff> agents;

    @AfterEach
    void close() throws Exception {
        threads.shutdownNow();
        if (desk != null) desk.close();
    }

    @Tag("ROU-2")
    @Tag("ROU-3")
    @Tag("ROU-13")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void in_any_order_of_events_the_limits_hold_and_nothing_is_forgotten(Kind kind) throws Exception {
        open(kind);
        try (var observer = new LoadObserver(desk)) {
            List<Future<?>> actors = new ArrayList<>();
            for (int i = 0; i < ACTORS; i++) {
                int actor = i;
                actors.add(threads.submit(() -> act(nodes.get(actor % nodes.size()), new Random(SEED + actor))));
            }
            for (Future<?> actor : actors) actor.get(5, TimeUnit.MINUTES);
            calm();
            assertThat(observer.most()).as("most held, seed %s", SEED).isBetween(1, 4);
        }
        assertThat(desk.count("""
                        select count(*) from offer o join conversation c on c.id = o.conversation_id
                         where o.ended_at is null and c.status <> 'waiting'
                        """))
                .as("offers of what no longer waits, seed %s", SEED)
                .isZero();
        assertThat(desk.count("select count(*) from conversation where (status = 'open') <> (agent_id is not null)"))
                .as("open without an owner or owned without being open, seed %s", SEED)
                .isZero();
    }

    private void open(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        nodes = List.of(desk.node(), desk.node(), desk.node());
        nodes.get(0).get(OfferReturns.class);
        for (Node node : nodes) node.get(DrainTriggers.class);
        agents = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) agents.add(desk.agent("agent " + i, 1 + i % 2, 2 - i % 2));
    }

    private void act(Node node, Random random) {
        for (int i = 0; i < DEEDS; i++) {
            Caller.Staff agent = agents.get(random.nextInt(AGENTS));
            try {
                deed(node, random, agent);
            } catch (Refused | NotFound e) {
                // the domain may say no; the test is about what it may never do
            }
        }
    }

    private void deed(Node node, Random random, Caller.Staff agent) {
        switch (random.nextInt(10)) {
            case 0, 1 -> {
                desk.waiting(1 + random.nextInt(2));
                node.get(Queues.class).drain(TestDesk.COMPANY);
            }
            case 2 ->
                any(random, "status = 'waiting'")
                        .ifPresent(id -> node.get(Offers.class).accept(agent, id));
            case 3 -> own(node, agent).ifPresent(offer -> node.get(Offers.class).accept(agent, offer));
            case 4 -> own(node, agent).ifPresent(offer -> node.get(Offers.class).decline(agent, offer));
            case 5 ->
                any(random, "status <> 'closed'")
                        .ifPresent(id -> node.get(OwnTransaction.class)
                                .run(() -> node.get(Lifecycle.class).close(id, Author.SYSTEM, "agent")));
            case 6 ->
                node.get(Agents.class)
                        .setPresence(agent, random.nextInt(4) == 0 ? Presence.AWAY : Presence.AVAILABLE, null);
            case 7 -> node.get(Agents.class).connected(agent, "socket of " + agent.accountId());
            case 8 -> {
                if (random.nextBoolean()) node.get(Agents.class).disconnected(agent, "socket of " + agent.accountId());
            }
            default -> {
                desk.clock.advance(Duration.ofSeconds(random.nextInt(8)));
                node.get(LeaseKeeper.class).keep();
                node.get(QueueSweep.class).sweep();
            }
        }
    }

    private Optional<Long> any(Random random, String condition) {
        Object found = desk.ask(
                "select id from conversation where " + condition + " order by mod(id * ?, 97), id limit 1",
                1 + random.nextInt(96));
        return Optional.ofNullable(found).map(id -> ((Number) id).longValue());
    }

    private static Optional<String> own(Node node, Caller.Staff agent) {
        return node.get(Offers.class).open(agent).stream().findFirst().map(OfferView::conversation);
    }

    /** Everybody is there again, no offer and no pause is left from the storm: all that can be offered must be. */
    private void calm() {
        Node node = nodes.get(0);
        for (Caller.Staff agent : agents) {
            node.get(Agents.class).connected(agent, "socket of " + agent.accountId());
            node.get(Agents.class).setPresence(agent, Presence.AVAILABLE, null);
        }
        desk.await("everything is offered, seed " + SEED, () -> {
            node.get(QueueSweep.class).sweep();
            return node.get(Choices.class).next(TestDesk.COMPANY, desk.now(), 1).isEmpty() && desk.count("""
                                    select count(*) from offer o join conversation c on c.id = o.conversation_id
                                     where o.ended_at is null and c.status <> 'waiting'
                                    """) == 0;
        });
    }
}

package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agent.Agents;
import dev.parley.agent.LeaseKeeper;
import dev.parley.agent.Presence;
import dev.parley.conversation.Author;
import dev.parley.conversation.Lifecycle;
import dev.parley.routing.PlainDesk.Agent;
import dev.parley.routing.PlainDesk.Talk;
import dev.parley.shared.Caller;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random arrivals, acceptances, refusals, ends, disconnects and changes of presence and capacity, one after the other; after each of them
 * the tables say exactly what {@link PlainDesk} says. {@code parley.model.seed} makes it
 * another run, {@code parley.model.events} a longer one.
 */
class RoutingModelIT {
    private static final int EVENTS = Integer.getInteger("parley.model.events", 250);
    private static final long SEED = Long.getLong("parley.model.seed", 1);
    private static final List<Strategy> STRATEGIES =
            List.of(Strategy.LONGEST_IDLE, Strategy.LEAST_LOADED, Strategy.ROUND_ROBIN);
    private static final int AGENTS = 5;

    private final Random random = new Random(SEED);
    private final List<String> story = new ArrayList<>();
    private final Map<Long, Caller.Staff> callers = new HashMap<>();
    private final Map<Long, Instant> cut = new HashMap<>();
    private TestDesk desk;
    private PlainDesk model;
    private Caller.Staff admin;

    @AfterEach
    void close() throws Exception {
        if (desk != null) desk.close();
    }

    @Tag("ROU-1")
    @Tag("ROU-2")
    @Tag("ROU-3")
    @Tag("ROU-4")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void after_everything_that_happens_the_desk_is_as_the_plain_model_says(Kind kind) throws Exception {
        System.out.printf("routing model %s: %d events, -Dparley.model.seed=%d%n", kind, EVENTS, SEED);
        open(kind);
        for (int i = 0; i < EVENTS; i++) {
            pass();
            deed();
            model.settle(desk.now());
            compare();
        }
        assertThat(desk.count("select count(*) from offer where outcome = 'accepted'"))
                .as("something happened at all")
                .isPositive();
    }

    private void open(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        // the drain runs where it is woken: what an event leads to is over when the event is
        desk.provide(ManagedExecutorService.class, (ManagedExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ManagedExecutorService.class}, (proxy, method, args) -> {
                    ((Runnable) args[0]).run();
                    return null;
                }));
        desk.get(OfferReturns.class);
        desk.get(DrainTriggers.class);
        admin = desk.colleague("admin", Role.ADMINISTRATOR);
        var strategies = new HashMap<Long, Strategy>();
        for (long department = 1; department <= 2; department++) {
            Strategy strategy = STRATEGIES.get(random.nextInt(STRATEGIES.size()));
            strategies.put(department, strategy);
            desk.change(
                    "insert into department_routing (department_id, company_id, strategy) values (?, 1, ?)",
                    department,
                    strategy.wire());
        }
        story.add(strategies.toString());
        model = new PlainDesk(strategies);
        for (int i = 0; i < AGENTS; i++) {
            Set<Long> departments = i % 3 == 0 ? Set.of(1L, 2L) : Set.of(1L + i % 2);
            Caller.Staff agent = desk.agent(
                    "agent " + i,
                    departments.stream().mapToLong(Long::longValue).toArray());
            callers.put(agent.accountId(), agent);
            model.agents.put(agent.accountId(), new Agent(agent.accountId(), departments));
            connect(model.agents.get(agent.accountId()));
        }
    }

    /** A little time; offers run out, and nobody is away for so long that the connection counts as lost. */
    private void pass() {
        desk.clock.advance(Duration.ofMillis(1 + random.nextInt(4_000)));
        desk.get(LeaseKeeper.class).keep();
        for (Agent agent : model.agents.values()) {
            Instant since = cut.get(agent.key);
            if (since != null && desk.now().isAfter(since.plusSeconds(12))) connect(agent);
        }
        model.expire(desk.now());
        desk.get(QueueSweep.class).sweep();
        compare();
    }

    private void connect(Agent agent) {
        story.add("connect " + agent.key);
        cut.remove(agent.key);
        agent.live = true;
        // what ran out meanwhile ends by the sweep, not before
        desk.get(Agents.class).connected(callers.get(agent.key), "socket of " + agent.key);
        model.settle(desk.now());
    }

    private void deed() {
        Agent agent = any(model.agents.values().stream().toList());
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> arrive();
            case 4, 5 -> offeredTo(agent).ifPresentOrElse(talk -> accept(agent, talk), this::arrive);
            case 6 ->
                talk(talk -> talk.waits() && agent.departments.contains(talk.department))
                        .ifPresent(talk -> accept(agent, talk));
            case 7 -> offeredTo(agent).ifPresent(talk -> decline(agent, talk));
            case 8, 9 -> talk(talk -> !talk.closed).ifPresent(this::end);
            case 10 -> presence(agent);
            default -> {
                if (random.nextBoolean()) limit(agent, random.nextInt(4));
                else if (agent.live) disconnect(agent);
            }
        }
    }

    private void arrive() {
        long department = 1 + random.nextInt(2);
        int priority = random.nextInt(10) == 0 ? 1 : 0;
        long key = desk.waiting(department, priority, desk.now());
        story.add("arrive " + key + " in " + department + " with " + priority);
        model.talks.put(key, new Talk(key, department, priority, desk.now()));
        desk.get(QueueDrain.class).wake(TestDesk.COMPANY);
    }

    private void accept(Agent agent, Talk talk) {
        story.add("accept " + agent.key + " " + talk.key);
        var door = desk.get(Offers.class);
        if (model.load(agent, talk) >= agent.capacity) {
            assertThatThrownBy(() -> door.accept(callers.get(agent.key), talk.key))
                    .isInstanceOf(Refused.class);
            return;
        }
        door.accept(callers.get(agent.key), talk.key);
        model.take(agent, talk, desk.now());
    }

    private void decline(Agent agent, Talk talk) {
        story.add("decline " + agent.key + " " + talk.key);
        desk.get(Offers.class).decline(callers.get(agent.key), "conversation-" + talk.key);
        model.refuse(talk, desk.now());
        agent.missed = 0;
    }

    private void end(Talk talk) {
        story.add("close " + talk.key);
        desk.get(OwnTransaction.class).run(() -> desk.get(Lifecycle.class).close(talk.key, Author.SYSTEM, "agent"));
        talk.closed = true;
        if (talk.owner != null) model.agents.get(talk.owner).idleSince = desk.now();
        talk.owner = null;
        model.end(talk);
    }

    private void presence(Agent agent) {
        boolean available = random.nextInt(3) > 0;
        story.add("presence " + agent.key + " " + available);
        desk.get(Agents.class)
                .setPresence(callers.get(agent.key), available ? Presence.AVAILABLE : Presence.AWAY, null);
        if (available) {
            agent.missed = 0;
            if (!agent.available) agent.idleSince = desk.now();
        } else model.leave(agent);
        agent.available = available;
    }

    private void limit(Agent agent, int capacity) {
        story.add("capacity " + agent.key + " " + capacity);
        desk.get(Agents.class).setCapacity(admin, callers.get(agent.key).publicId(), capacity);
        agent.capacity = capacity;
    }

    private void disconnect(Agent agent) {
        story.add("disconnect " + agent.key);
        desk.get(Agents.class).disconnected(callers.get(agent.key), "socket of " + agent.key);
        agent.live = false;
        cut.put(agent.key, desk.now());
        model.leave(agent);
    }

    private Optional<Talk> offeredTo(Agent agent) {
        return talk(talk -> talk.offeredTo != null && talk.offeredTo == agent.key);
    }

    private Optional<Talk> talk(Predicate<Talk> which) {
        List<Talk> found = model.talks.values().stream().filter(which).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(any(found));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void compare() {
        String last = String.join("; ", story.subList(Math.max(0, story.size() - 15), story.size()));
        assertThat(table("select open_for, account_id from offer where ended_at is null"))
                .as("offers, seed %s: %s", SEED, last)
                .isEqualTo(model.offered());
        assertThat(table("select id, agent_id from conversation where status = 'open'"))
                .as("owners, seed %s: %s", SEED, last)
                .isEqualTo(model.owned());
    }

    private Map<Long, Long> table(String sql) {
        var found = new TreeMap<Long, Long>();
        desk.each(sql, row -> found.put(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
        return found;
    }
}

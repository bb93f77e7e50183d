package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.Agents;
import dev.parley.agent.LeaseKeeper;
import dev.parley.agent.Presence;
import dev.parley.conversation.Author;
import dev.parley.conversation.Lifecycle;
import dev.parley.conversation.Priority;
import dev.parley.routing.replay.RecordedDay;
import dev.parley.routing.replay.RecordedDay.Take;
import dev.parley.routing.replay.ReplayPolicy;
import dev.parley.routing.replay.RoutingReplay;
import dev.parley.shared.Caller;
import dev.parley.shared.DeskException;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A day of random events by the real desk on its tables; replayed under the policy that held, everybody gets what they got, at the same
 * moment. {@code parley.replay.seed} makes it another day, {@code parley.replay.events} a longer one.
 */
@Tag("ROU-10")
class ReplayIT {
    private static final int EVENTS = Integer.getInteger("parley.replay.events", 300);
    private static final long SEED = Long.getLong("parley.replay.seed", 1);
    private static final List<Strategy> STRATEGIES =
            List.of(Strategy.LONGEST_IDLE, Strategy.LEAST_LOADED, Strategy.ROUND_ROBIN, Strategy.RING_ALL);
    private static final int AGENTS = 6;

    private final Random random = new Random(SEED);
    private final List<Caller.Staff> agents = new ArrayList<>();
    private final Map<Long, Instant> cut = new HashMap<>();
    private TestDesk desk;
    private Caller.Staff admin;

    @AfterEach
    void close() throws Exception {
        if (desk != null) desk.close();
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void a_day_replayed_as_it_was_gives_everybody_what_they_got(Kind kind) throws Exception {
        System.out.printf("replay %s: %d events, -Dparley.replay.seed=%d%n", kind, EVENTS, SEED);
        open(kind);
        Instant morning = desk.now().truncatedTo(ChronoUnit.DAYS);
        for (int i = 0; i < EVENTS / 2; i++) {
            pass();
            deed(13);
        }
        Instant noon = desk.now().plusMillis(1);
        for (int i = 0; i < EVENTS / 2; i++) {
            pass();
            deed(17);
        }
        same(morning);
        same(noon);
        assertThat(desk.count("select count(*) from offer where outcome in ('declined', 'missed', 'withdrawn')"))
                .as("offers ended otherwise than by acceptance, too")
                .isGreaterThan(10);
    }

    private void same(Instant from) {
        Instant end = desk.now().plusMillis(1);
        RecordedDay day = desk.get(OwnTransaction.class)
                .call(() -> desk.get(RecordedDays.class).read(TestDesk.COMPANY, from, end));
        List<Take> fact = sorted(day.chats().stream()
                .flatMap(chat -> chat.stays().stream())
                .flatMap(stay -> stay.takes().stream())
                .toList());
        List<Take> replayed =
                sorted(RoutingReplay.replay(day, ReplayPolicy.UNCHANGED).takes());
        assertThat(replayed).as("from %s, seed %d", from, SEED).isEqualTo(fact);
        assertThat(fact).as("something was assigned").hasSizeGreaterThan(EVENTS / 30);
    }

    private static List<Take> sorted(List<Take> takes) {
        return takes.stream()
                .sorted(Comparator.comparing(Take::at).thenComparing(Take::chat))
                .toList();
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
        desk.get(ReachKeeper.class);
        admin = desk.colleague("admin", Role.ADMINISTRATOR);
        rules(1);
        rules(2);
        for (int i = 0; i < AGENTS; i++) {
            Caller.Staff agent = i % 3 == 0 ? desk.agent("agent " + i, 1, 2) : desk.agent("agent " + i, 1 + i % 2);
            agents.add(agent);
            if (i % 2 == 0)
                desk.change(
                        "insert into agent_skill (account_id, name, company_id, level) values (?, 'billing', 1, 3)",
                        agent.accountId());
            desk.change("update account set spoken = ? where id = ?", i % 2 == 0 ? "en" : "en,de", agent.accountId());
            connect(agent);
            desk.get(Agents.class).setPresence(agent, Presence.AVAILABLE, null);
        }
    }

    private void rules(long department) {
        Strategy strategy = STRATEGIES.get(random.nextInt(STRATEGIES.size()));
        var draft = new RoutingDraft(
                strategy, 10 + random.nextInt(25), 3 + random.nextInt(3), 20, 40, 15, SkillSet.NONE, null);
        desk.get(DepartmentRules.class).write(admin, "department-" + department, draft);
    }

    /** A little time, with the desk's own rounds at each full second; nothing else happens at one. */
    private void pass() {
        Instant until = desk.now().plusMillis(1 + random.nextInt(4_000));
        if (until.truncatedTo(ChronoUnit.SECONDS).equals(until)) until = until.plusMillis(1);
        Instant second = desk.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        for (; second.isBefore(until); second = second.plusSeconds(1)) {
            desk.clock.advance(Duration.between(desk.now(), second));
            desk.get(QueueSweep.class).sweep();
            desk.get(LeaseKeeper.class).keep();
        }
        desk.clock.advance(Duration.between(desk.now(), until));
        comeBack();
        Caller.Staff back = agents.stream()
                .filter(agent -> cut.containsKey(agent.accountId()))
                .filter(agent -> desk.now().isAfter(cut.get(agent.accountId())))
                .findFirst()
                .orElse(null);
        if (back == null) return;
        connect(back);
        desk.clock.advance(Duration.ofNanos(1_000));
    }

    /** Nobody is away for long. */
    private void comeBack() {
        Caller.Staff agent = any(agents);
        if (random.nextInt(3) > 0 || isAvailable(agent)) return;
        desk.get(Agents.class).setPresence(agent, Presence.AVAILABLE, null);
        desk.clock.advance(Duration.ofNanos(1_000));
    }

    private boolean isAvailable(Caller.Staff agent) {
        return desk.count(
                        "select count(*) from agent_presence where account_id = ? and status = 'available'",
                        agent.accountId())
                == 1;
    }

    private void connect(Caller.Staff agent) {
        cut.remove(agent.accountId());
        desk.get(Agents.class).connected(agent, "socket of " + agent.accountId());
    }

    /** @param kinds of deeds; the last four are left out of the first half of the day */
    private void deed(int kinds) {
        Caller.Staff agent = any(agents);
        try {
            switch (random.nextInt(kinds)) {
                case 0, 1 -> arrive();
                case 2, 3, 4, 5 ->
                    offered((asked, talk) -> desk.get(Offers.class).accept(asked, talk));
                case 6 ->
                    one("waiting").ifPresent(talk -> desk.get(Offers.class).accept(agent, talk));
                case 7 -> offered((asked, talk) -> desk.get(Offers.class).decline(asked, "conversation-" + talk));
                case 8 ->
                    one(random.nextInt(4) > 0 ? "open" : "waiting")
                            .ifPresent(talk -> life(door -> door.close(talk, Author.SYSTEM, "agent")));
                case 9, 10 -> presence(agent);
                case 11 -> desk.get(Agents.class).setCapacity(admin, agent.publicId(), 1 + random.nextInt(4));
                case 12 -> disconnect(agent);
                default -> rarer(agent);
            }
        } catch (DeskException refused) {
            // no room, or not a member: nothing happened, and nothing is in the log
        }
    }

    private void rarer(Caller.Staff agent) {
        switch (random.nextInt(6)) {
            case 0 -> one("closed").ifPresent(talk -> life(door -> door.reopen(talk, Author.SYSTEM)));
            case 1 -> one("open").ifPresent(talk -> life(door -> door.requeue(talk, Author.SYSTEM, "agent")));
            case 2 ->
                one("waiting")
                        .ifPresent(talk -> life(
                                door -> door.prioritise(talk, Priority.values()[random.nextInt(4)], Author.SYSTEM)));
            case 3 ->
                one(random.nextBoolean() ? "open" : "waiting")
                        .ifPresent(talk -> desk.get(Transfers.class)
                                .toDepartment(
                                        admin, "conversation-" + talk, "department-" + (1 + random.nextInt(2)), null));
            case 4 ->
                one(random.nextBoolean() ? "open" : "waiting")
                        .ifPresent(talk -> desk.get(Transfers.class)
                                .toAgent(admin, "conversation-" + talk, agent.publicId(), null));
            default -> rules(1 + random.nextInt(2));
        }
    }

    private void life(Consumer<Lifecycle> what) {
        desk.get(OwnTransaction.class).run(() -> what.accept(desk.get(Lifecycle.class)));
    }

    private void arrive() {
        long department = 1 + random.nextInt(2);
        Optional<Long> earlier = random.nextInt(3) == 0 ? one("closed") : Optional.empty();
        long talk = desk.waiting(department, 0, desk.now());
        if (random.nextInt(4) == 0)
            desk.change("update conversation set routing_skills = 'billing:2' where id = ?", talk);
        if (random.nextInt(4) == 0) desk.change("update conversation set language = 'de' where id = ?", talk);
        earlier.ifPresent(other -> desk.change(
                "update conversation set visitor_id = (select visitor_id from conversation where id = ?) where id = ?",
                other,
                talk));
        desk.get(QueueDrain.class).wake(TestDesk.COMPANY);
    }

    private void presence(Caller.Staff agent) {
        boolean available = isAvailable(agent);
        if (available && random.nextInt(3) > 0) return;
        desk.get(Agents.class).setPresence(agent, available ? Presence.AWAY : Presence.AVAILABLE, null);
    }

    private void disconnect(Caller.Staff agent) {
        if (cut.containsKey(agent.accountId())) return;
        desk.get(Agents.class).disconnected(agent, "socket of " + agent.accountId());
        cut.put(agent.accountId(), desk.now().plusSeconds(5 + random.nextInt(40)));
    }

    /** What an agent does who is asked about something. */
    private void offered(BiConsumer<Caller.Staff, Long> what) {
        List<long[]> open = new ArrayList<>();
        desk.each(
                "select account_id, conversation_id from offer where ended_at is null order by id",
                row -> open.add(new long[] {((Number) row[0]).longValue(), ((Number) row[1]).longValue()}));
        if (open.isEmpty()) return;
        long[] offer = any(open);
        agents.stream().filter(agent -> agent.accountId() == offer[0]).forEach(agent -> what.accept(agent, offer[1]));
    }

    private Optional<Long> one(String status) {
        return any("select id, department_id from conversation where status = '" + status + "' order by id");
    }

    private Optional<Long> any(String sql) {
        List<Long> found = new ArrayList<>();
        desk.each(sql, row -> found.add(((Number) row[0]).longValue()));
        return found.isEmpty() ? Optional.empty() : Optional.of(any(found));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}

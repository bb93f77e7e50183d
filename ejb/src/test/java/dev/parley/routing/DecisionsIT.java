package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agent.Agents;
import dev.parley.agent.Presence;
import dev.parley.routing.DecisionView.CandidateLine;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.NotFound;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Why this agent, why nobody: what is written down, when, for whom and for how long. */
@Tag("ROU-10")
class DecisionsIT {
    private static final long SUPPORT = 1;
    private static final long SALES = 2;

    private TestDesk desk;
    private Caller.Staff supervisor;

    @AfterEach
    void close() throws Exception {
        if (desk != null) desk.close();
    }

    private void open(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        desk.get(DrainTriggers.class);
        desk.get(OfferReturns.class);
        // what only writing a message would ask for
        desk.provide(Instance.class, (Instance<?>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, args) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
        supervisor = desk.colleague("supervisor", Role.SUPERVISOR);
    }

    private Caller.Staff available(String name) {
        Caller.Staff agent = desk.agent(name, SUPPORT);
        desk.get(Agents.class).connected(agent, "socket of " + name);
        desk.get(Agents.class).setPresence(agent, Presence.AVAILABLE, null);
        desk.clock.advance(Duration.ofMillis(10));
        return agent;
    }

    private void sweep() {
        desk.get(QueueSweep.class).sweep();
    }

    private List<DecisionView> decisions(long conversation) {
        return desk.get(Decisions.class).of(supervisor, "conversation-" + conversation);
    }

    private List<String> reasons(long conversation) {
        return decisions(conversation).stream().map(DecisionView::reason).toList();
    }

    private static CandidateLine line(DecisionView decision, Caller.Staff agent) {
        return decision.candidates().stream()
                .filter(one -> one.agent().id().equals(agent.publicId()))
                .findFirst()
                .orElseThrow();
    }

    private void awaitOffer(Caller.Staff agent, long conversation) {
        desk.await("offered", () -> {
            sweep();
            return desk.count(
                            "select count(*) from offer where open_for = ? and account_id = ?",
                            conversation,
                            agent.accountId())
                    == 1;
        });
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void an_offer_says_why_this_agent_and_why_none_of_the_others(Kind kind) throws Exception {
        open(kind);
        Caller.Staff first = available("first");
        Caller.Staff second = available("second");
        Caller.Staff full = available("full");
        desk.change("update agent_presence set capacity = 0 where account_id = ?", full.accountId());
        Caller.Staff away = available("away");
        desk.get(Agents.class).setPresence(away, Presence.AWAY, null);
        Caller.Staff cut = available("cut");
        desk.get(Agents.class).disconnected(cut, "socket of cut");
        Caller.Staff never = desk.agent("never", SUPPORT);
        desk.agent("elsewhere", SALES);
        desk.clock.advance(Duration.ofSeconds(5));
        long waiting = desk.waiting(SUPPORT, 0, desk.now().minusSeconds(3));
        awaitOffer(first, waiting);

        DecisionView offered = decisions(waiting).get(0);
        assertThat(offered.policy()).isEqualTo("longest-idle");
        assertThat(offered.reason()).isNull();
        assertThat(offered.waited()).isEqualTo(Duration.ofSeconds(3));
        CandidateLine chosen = line(offered, first);
        assertThat(chosen.chosen()).isTrue();
        assertThat(chosen.rank()).isEqualTo(1);
        assertThat(chosen.score()).isEqualTo(5);
        assertThat(chosen.outcome()).isNull();
        assertThat(line(offered, second).rank()).isEqualTo(2);
        assertThat(line(offered, full).excluded()).isEqualTo("at-capacity");
        assertThat(offered.absent())
                .extracting(one -> one.agent().name() + " " + one.reason())
                .containsExactlyInAnyOrder("away away", "cut no-connection", "never offline");
        assertThat(never).isNotNull();

        desk.get(Offers.class).decline(first, "conversation-" + waiting);
        awaitOffer(second, waiting);
        List<DecisionView> both = decisions(waiting);
        assertThat(line(both.get(0), first).excluded()).isEqualTo("had-it");
        assertThat(line(both.get(0), second).chosen()).isTrue();
        assertThat(line(both.get(both.size() - 1), first).outcome()).isEqualTo("declined");

        Decisions decisions = desk.get(Decisions.class);
        List<RecentDecision> recent = decisions.recent(supervisor, "department-1");
        assertThat(recent)
                .hasSameSizeAs(both)
                .extracting(RecentDecision::conversation)
                .containsOnly("conversation-" + waiting);
        assertThat(recent.get(0).asked()).extracting(OfferView.Named::name).containsExactly("second");
        assertThat(recent.get(0).outcome()).isNull();
        assertThat(recent.get(recent.size() - 1).outcome()).isEqualTo("declined");
        assertThat(recent.get(0).department()).isEqualTo("Support");
        assertThat(decisions.recent(supervisor, null)).isEqualTo(recent);
        assertThat(decisions.recent(supervisor, "department-2")).isEmpty();
        assertThatThrownBy(() -> decisions.recent(supervisor, "unknown")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decisions.recent(first, null)).isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void a_decision_stands_and_falls_with_its_offer(Kind kind) throws Exception {
        open(kind);
        Caller.Staff agent = available("agent");
        long waiting = desk.waiting(SUPPORT);
        awaitOffer(agent, waiting);

        assertThat(desk.count("select count(*) from offer where decision_id is null"))
                .isZero();
        assertThat(desk.count("select count(*) from routing_decision d where reason is null"
                        + " and not exists (select 1 from offer o where o.decision_id = d.id)"))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void why_nobody_is_kept_when_it_changes_and_only_then(Kind kind) throws Exception {
        open(kind);
        long waiting = desk.waiting(SUPPORT);
        for (int i = 0; i < 5; i++) sweep();
        assertThat(reasons(waiting)).containsExactly("nobody-available");

        Caller.Staff agent = desk.agent("agent", SUPPORT);
        desk.change("update conversation set routing_skills = 'rare:5' where id = ?", waiting);
        desk.get(Agents.class).connected(agent, "socket of agent");
        desk.get(Agents.class).setPresence(agent, Presence.AVAILABLE, null);
        desk.clock.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 5; i++) sweep();
        assertThat(reasons(waiting)).containsExactly("no-skill", "nobody-available");
        assertThat(decisions(waiting).get(0).skills().levels()).isEqualTo(Map.of("rare", 5));

        desk.change("update agent_presence set capacity = 0 where account_id = ?", agent.accountId());
        desk.change("update conversation set routing_skills = null where id = ?", waiting);
        desk.clock.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 5; i++) sweep();
        assertThat(reasons(waiting)).containsExactly("at-capacity", "no-skill", "nobody-available");

        desk.change(
                "insert into department_routing (department_id, company_id, strategy) values (?, ?, 'manual')",
                SUPPORT,
                TestDesk.COMPANY);
        desk.clock.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 5; i++) sweep();
        assertThat(reasons(waiting).get(0)).isEqualTo("manual");
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void two_nodes_keep_one_reason_and_a_restless_desk_no_more_than_two_hundred(Kind kind) throws Exception {
        open(kind);
        var other = desk.node();
        long waiting = desk.waiting(SUPPORT);
        var threads = List.of(
                new Thread(this::sweep),
                new Thread(() -> other.get(QueueSweep.class).sweep()));
        threads.forEach(Thread::start);
        for (Thread thread : threads) thread.join();
        assertThat(reasons(waiting)).containsExactly("nobody-available");

        for (int i = 0; i < 250; i++) {
            desk.change(
                    "insert into routing_decision (id, company_id, conversation_id, department_id, at, waiting_since, policy,"
                            + " reason, detail) values (?, 1, ?, 1, ?, ?, 'longest-idle', 'at-capacity', '{\"c\":[],\"n\":[],\"m\":0}')",
                    1_000_000L + i,
                    waiting,
                    desk.now().plusMillis(i),
                    desk.now());
        }
        desk.clock.advance(Duration.ofSeconds(1));
        sweep();
        assertThat(desk.count("select count(*) from routing_decision where conversation_id = ?", waiting))
                .isEqualTo(251);
        assertThat(decisions(waiting)).hasSize(Decisions.MOST);
    }

    @Tag("SEC-2")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void whoever_may_see_the_conversation_sees_it_and_nobody_else(Kind kind) throws Exception {
        open(kind);
        Caller.Staff owner = available("owner");
        Caller.Staff colleague = available("colleague");
        long waiting = desk.waiting(SUPPORT);
        desk.get(Offers.class).accept(owner, "conversation-" + waiting);
        Decisions door = desk.get(Decisions.class);
        String id = "conversation-" + waiting;

        assertThat(door.of(owner, id)).isNotNull();
        assertThat(door.of(supervisor, id)).isNotNull();
        assertThat(door.of(colleague, id)).isNotNull();
        assertThatThrownBy(() -> door.of(desk.agent("stranger", SALES), id)).isInstanceOf(NotFound.class);
        var foreign = new Caller.Staff(2, 5, "foreign", "Foreign", Role.OWNER, 0);
        assertThatThrownBy(() -> door.of(foreign, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> door.of(desk.colleague("editor", Role.EDITOR), id))
                .isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void what_is_older_than_thirty_days_goes(Kind kind) throws Exception {
        open(kind);
        long waiting = desk.waiting(SUPPORT);
        sweep();
        desk.clock.advance(Duration.ofDays(30).minusSeconds(1));
        desk.get(DecisionSweep.class).sweep();
        assertThat(decisions(waiting)).hasSize(1);

        desk.clock.advance(Duration.ofSeconds(2));
        desk.get(DecisionSweep.class).sweep();
        assertThat(decisions(waiting)).isEmpty();
    }
}

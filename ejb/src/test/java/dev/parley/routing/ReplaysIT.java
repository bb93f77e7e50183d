package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agent.Agents;
import dev.parley.agent.LeaseKeeper;
import dev.parley.agent.Presence;
import dev.parley.conversation.Author;
import dev.parley.conversation.Lifecycle;
import dev.parley.routing.ReplayView.Moved;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.Moments;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may replay which day, and what is told of it. */
@Tag("ROU-10")
class ReplaysIT {
    private static final long SUPPORT = 1;
    private static final String DEPARTMENT = "department-1";

    private TestDesk desk;
    private Caller.Staff admin;
    private LocalDate day;

    @AfterEach
    void close() throws Exception {
        if (desk != null) desk.close();
    }

    private void open(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        desk.get(DrainTriggers.class);
        desk.get(OfferReturns.class);
        desk.get(ReachKeeper.class);
        admin = desk.colleague("admin", Role.ADMINISTRATOR);
        day = LocalDate.ofInstant(desk.now(), ZoneOffset.UTC);
    }

    private Caller.Staff available(String name) {
        Caller.Staff agent = desk.agent(name, SUPPORT);
        desk.get(Agents.class).connected(agent, "socket of " + name);
        desk.get(Agents.class).setPresence(agent, Presence.AVAILABLE, null);
        desk.clock.advance(Duration.ofMillis(10));
        return agent;
    }

    /** It is offered to the agent, who accepts after so long and has it for a minute. */
    private long answered(Caller.Staff agent, int seconds) {
        // connections are renewed, as the desk does each few seconds
        desk.get(LeaseKeeper.class).keep();
        long waiting = desk.waiting(SUPPORT);
        desk.get(QueueDrain.class).wake(TestDesk.COMPANY);
        desk.await(
                "offered",
                () -> desk.count(
                                "select count(*) from offer where open_for = ? and account_id = ?",
                                waiting,
                                agent.accountId())
                        == 1);
        desk.clock.advance(Duration.ofSeconds(seconds));
        desk.get(Offers.class).accept(agent, waiting);
        desk.clock.advance(Duration.ofMinutes(1));
        desk.get(OwnTransaction.class).run(() -> desk.get(Lifecycle.class).close(waiting, Author.SYSTEM, "agent"));
        desk.clock.advance(Duration.ofSeconds(1));
        return waiting;
    }

    private static RoutingDraft by(Strategy strategy) {
        return new RoutingDraft(strategy, null, null, null, null, null, SkillSet.NONE, null);
    }

    private ReplayView replay(RoutingDraft policy) {
        return desk.get(Replays.class).replay(admin, DEPARTMENT, new ReplayDraft(day, policy, null));
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void a_day_is_told_as_it_was_and_as_it_would_have_been_and_nothing_is_changed(Kind kind) throws Exception {
        open(kind);
        Caller.Staff slow = available("slow");
        Caller.Staff quick = available("quick");
        long first = answered(slow, 20);
        answered(quick, 5);
        Instant came = moment(first);
        long offers = desk.count("select count(*) from offer");
        desk.clock.advance(Duration.ofDays(1));

        ReplayView unchanged = replay(null);
        assertThat(unchanged.other()).isEqualTo(unchanged.fact());
        assertThat(unchanged.moved()).isEmpty();
        assertThat(unchanged.alike()).isEqualTo(2);
        assertThat(unchanged.connectionsKnown()).isTrue();
        assertThat(unchanged.zone().getId()).isEqualTo("UTC");
        assertThat(unchanged.fact().longest()).isEqualTo(Duration.ofSeconds(20));

        // both are asked about the first, and the quick one has it after 5 seconds
        ReplayView together = replay(by(Strategy.RING_ALL));
        assertThat(together.other().longest()).isEqualTo(Duration.ofSeconds(5));
        assertThat(together.alike()).isEqualTo(2);
        assertThat(together.moved()).hasSize(1);
        Moved moved = together.moved().get(0);
        assertThat(moved.conversation().id()).isEqualTo("conversation-" + first);
        assertThat(moved.since()).isEqualTo(came);
        assertThat(moved.factAgent().name()).isEqualTo("slow");
        assertThat(moved.otherAgent().name()).isEqualTo("quick");
        assertThat(moved.otherWait()).isEqualTo(Duration.ofSeconds(5));
        assertThat(desk.count("select count(*) from offer")).isEqualTo(offers);

        ReplayView elsewhere = desk.get(Replays.class).replay(admin, "department-2", new ReplayDraft(day, null, null));
        assertThat(elsewhere.fact().came()).isZero();
        assertThat(elsewhere.fact().longest()).isNull();
    }

    private Instant moment(long conversation) {
        Object at = desk.ask("select opened_at from conversation where id = ?", conversation);
        return Moments.ofColumn(at);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void a_day_from_before_connections_were_kept_says_so(Kind kind) throws Exception {
        open(kind);
        answered(available("agent"), 5);
        desk.change("delete from agent_reach_event");
        desk.clock.advance(Duration.ofDays(1));

        ReplayView view = replay(null);

        assertThat(view.connectionsKnown()).isFalse();
        assertThat(view.alike()).isEqualTo(1);
    }

    @Tag("SEC-2")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void only_a_day_that_is_over_and_not_long_ago_and_only_by_administrators(Kind kind) throws Exception {
        open(kind);
        Replays door = desk.get(Replays.class);
        var yesterday = new ReplayDraft(day.minusDays(1), null, null);

        assertThat(door.replay(admin, DEPARTMENT, yesterday).fact().came()).isZero();
        assertThat(door.latest(admin)).isEqualTo(day.minusDays(1));
        assertThat(door.replay(admin, DEPARTMENT, new ReplayDraft(day.minusDays(31), null, null)))
                .isNotNull();
        assertThatThrownBy(() -> door.replay(admin, DEPARTMENT, new ReplayDraft(day, null, null)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> door.replay(admin, DEPARTMENT, new ReplayDraft(day.minusDays(32), null, null)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new ReplayDraft(day, by(Strategy.MANUAL), null))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new ReplayDraft(day, null, 0)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> door.replay(admin, "unknown", yesterday)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> door.replay(desk.agent("agent", SUPPORT), DEPARTMENT, yesterday))
                .isInstanceOf(Forbidden.class);
        var foreign = new Caller.Staff(2, 5, "foreign", "Foreign", Role.OWNER, 0);
        assertThatThrownBy(() -> door.replay(foreign, DEPARTMENT, yesterday)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void a_day_on_which_too_much_happened_is_not_begun(Kind kind) throws Exception {
        open(kind);
        available("agent");
        for (long offset = 1_000_000, rows = 1; rows <= Replays.MOST_EVENTS; rows *= 2, offset *= 2) {
            desk.change(
                    "insert into agent_presence_event (id, company_id, account_id, at, status, actor)"
                            + " select id + ?, company_id, account_id, at, status, actor from agent_presence_event",
                    offset);
        }
        desk.clock.advance(Duration.ofDays(1));

        assertThatThrownBy(() -> replay(null))
                .isInstanceOf(TooMuchToReplay.class)
                .hasMessageContaining("20000");
    }
}

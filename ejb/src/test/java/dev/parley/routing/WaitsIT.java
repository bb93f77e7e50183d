package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.Agents;
import dev.parley.agent.Presence;
import dev.parley.company.SiteView;
import dev.parley.company.Sites;
import dev.parley.conversation.Author;
import dev.parley.conversation.Lifecycle;
import dev.parley.routing.Waits.Expected;
import dev.parley.shared.Caller;
import dev.parley.shared.OwnTransaction;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What those who wait are told, from the tables of both databases. */
@Tag("ROU-11")
class WaitsIT {
    private static final long SUPPORT = 1;
    private static final long SALES = 2;
    private static final Duration PAUSE = Duration.ofMinutes(3);

    private TestDesk desk;

    @AfterEach
    void close() throws Exception {
        if (desk != null) desk.close();
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void what_is_told_follows_from_how_the_queue_moved_and_is_kept_as_it_was_at_arrival(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        Caller.Staff agent = desk.agent("agent", SUPPORT);
        desk.get(Agents.class).connected(agent, "socket");
        desk.get(Agents.class).setPresence(agent, Presence.AVAILABLE, null);
        desk.change("update agent_presence set capacity = 1 where account_id = ?", agent.accountId());
        List<Long> waiting = new java.util.ArrayList<>();
        long talking = desk.waiting(SUPPORT);
        take(talking, agent);
        for (int i = 0; i < 14; i++) waiting.add(desk.waiting(SUPPORT));

        List<Expected> first = told(SUPPORT);
        assertThat(first).hasSize(14).allMatch(each -> each.range() == null);
        assertThat(desk.count("select count(*) from wait_promise")).isEqualTo(14);

        for (long next : waiting.subList(0, 11)) {
            desk.clock.advance(PAUSE);
            desk.get(Agents.class).connected(agent, "socket");
            end(talking, agent);
            talking = next;
            take(talking, agent);
        }
        long newcomer = desk.waiting(SUPPORT);
        List<Expected> then = told(SUPPORT);

        assertThat(then).extracting(each -> each.place().position()).containsExactly(1, 2, 3, 4);
        WaitRange last = then.get(3).range();
        assertThat(last.low()).isBetween(PAUSE, PAUSE.multipliedBy(4));
        assertThat(last.high()).isBetween(PAUSE.multipliedBy(4), PAUSE.multipliedBy(12));
        assertThat(then.get(0).range().high()).isLessThan(last.high());
        assertThat(desk.count(
                        "select high_millis from wait_promise where conversation_id = ? and place = 4 and free = false",
                        newcomer))
                .isEqualTo(last.high().toMillis());

        desk.clock.advance(Duration.ofMinutes(20));
        desk.get(Agents.class).connected(agent, "socket");
        assertThat(told(SUPPORT).get(3).range().high())
                .as("nothing moves: it takes longer")
                .isGreaterThan(last.high());
        assertThat(desk.count("select high_millis from wait_promise where conversation_id = ?", newcomer))
                .as("what was promised stays")
                .isEqualTo(last.high().toMillis());

        assertThat(told(SALES)).isEmpty();
        desk.get(Agents.class).setPresence(agent, Presence.AWAY, null);
        assertThat(told(SUPPORT)).as("nobody is there").allMatch(each -> each.range() == null);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    @Tag("WID-10")
    void who_has_not_begun_yet_hears_what_would_be_told_only_while_there_is_a_wait(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        assertThat(newcomers()).as("nobody is there").isEmpty();
        Caller.Staff agent = desk.agent("agent", SUPPORT);
        desk.get(Agents.class).connected(agent, "socket");
        desk.get(Agents.class).setPresence(agent, Presence.AVAILABLE, null);
        desk.change("update agent_presence set capacity = 1 where account_id = ?", agent.accountId());
        assertThat(newcomers()).as("somebody is free").isEmpty();
        long talking = desk.waiting(SUPPORT);
        take(talking, agent);
        assertThat(newcomers()).as("too little is known").isEmpty();
        List<Long> waiting = new java.util.ArrayList<>();
        for (int i = 0; i < 12; i++) waiting.add(desk.waiting(SUPPORT));
        told(SUPPORT);
        for (long next : waiting.subList(0, 10)) {
            desk.clock.advance(PAUSE);
            desk.get(Agents.class).connected(agent, "socket");
            end(talking, agent);
            talking = next;
            take(talking, agent);
        }

        Optional<WaitRange> expected = newcomers();

        desk.waiting(SUPPORT);
        assertThat(expected).contains(told(SUPPORT).get(2).range());
        assertThat(newcomers().orElseThrow().high())
                .isGreaterThan(expected.get().high());
        desk.change(
                "insert into department_overflow (department_id, company_id, to_department_id, queue_length, when_unattended)"
                        + " values (1, 1, 2, 3, false)");
        assertThat(newcomers()).as("goes on to the other department").isEmpty();
        desk.change("update department_overflow set queue_length = 4");
        assertThat(newcomers()).isPresent();
        desk.change(
                "insert into site_route (site_id, company_id, position, pattern, department_id) values (1, 1, 0, '/shop', 2)");
        assertThat(newcomers()).as("depends on the page").isEmpty();
        desk.change("delete from site_route");
        desk.change("update agent_presence set capacity = 9 where account_id = ?", agent.accountId());
        assertThat(newcomers()).as("there is room again").isEmpty();
    }

    private Optional<WaitRange> newcomers() {
        SiteView site = desk.get(Sites.class).find("acme").orElseThrow();
        return desk.get(Waits.class)
                .ofNewcomer(site, desk.get(Reachability.class).ofSite(site));
    }

    private List<Expected> told(long department) {
        return desk.get(Waits.class).of(TestDesk.COMPANY, department);
    }

    private void take(long conversation, Caller.Staff agent) {
        desk.get(OwnTransaction.class)
                .run(() -> desk.get(Lifecycle.class).assign(conversation, agent.accountId(), Author.of(agent), null));
    }

    private void end(long conversation, Caller.Staff agent) {
        desk.get(OwnTransaction.class)
                .run(() -> desk.get(Lifecycle.class).close(conversation, Author.of(agent), "agent"));
    }
}

package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agent.Agents;
import dev.parley.agent.Presence;
import dev.parley.company.DepartmentDraft;
import dev.parley.company.DepartmentSettings;
import dev.parley.company.SiteAvailability.OfDepartment;
import dev.parley.company.SiteAvailability.Reason;
import dev.parley.company.Sites;
import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent.ConversationTransferred;
import dev.parley.conversation.Lifecycle;
import dev.parley.hours.Channel;
import dev.parley.hours.Hours;
import dev.parley.hours.HoursPath;
import dev.parley.hours.HoursPlan;
import dev.parley.hours.Week;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.Outdated;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What waits goes on to another department. It is Wednesday 2026-11-25, 8:00 UTC. */
@Tag("ROU-7")
class OverflowIT {
    private static final long SUPPORT = 1;
    private static final long SALES = 2;

    private TestDesk desk;
    private Caller.Staff admin;

    @AfterEach
    void close() throws Exception {
        if (desk != null) desk.close();
    }

    private void open(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        desk.get(OfferReturns.class);
        // what only writing a message would ask for
        desk.provide(Instance.class, (Instance<?>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, args) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
        admin = desk.colleague("Ada", Role.ADMINISTRATOR);
    }

    private Caller.Staff there(String name, long... departments) {
        Caller.Staff agent = desk.agent(name, departments);
        desk.get(Agents.class).connected(agent, "socket of " + name);
        desk.get(Agents.class).setPresence(agent, Presence.AVAILABLE, null);
        return agent;
    }

    private void away(Caller.Staff agent) {
        desk.get(Agents.class).setPresence(agent, Presence.AWAY, null);
    }

    /** Agents choose there themselves, so that nothing is held out. */
    private void byHand(long... departments) {
        for (long department : departments) {
            desk.get(DepartmentRules.class)
                    .write(
                            admin,
                            id(department),
                            new RoutingDraft(Strategy.MANUAL, null, null, null, null, null, SkillSet.NONE, null));
        }
    }

    private void rule(long from, long to, Integer length, Integer minutes, Integer seconds, boolean unattended) {
        desk.get(Overflows.class)
                .change(admin, id(from), new OverflowDraft(id(to), length, minutes, seconds, unattended), null);
    }

    private long department(String name) {
        String made = in(() ->
                        desk.get(DepartmentSettings.class).create(admin, new DepartmentDraft(name, null, null, null)))
                .id();
        return desk.count("select id from department where public_id = ?", made);
    }

    private String id(long department) {
        return (String) desk.ask("select public_id from department where id = ?", department);
    }

    private void look() {
        desk.get(OverflowDesk.class).look(TestDesk.COMPANY, false);
    }

    private long where(long conversation) {
        return desk.count("select department_id from conversation where id = ?", conversation);
    }

    private List<Long> queue(long department) {
        return desk.get(Queues.class).places(TestDesk.COMPANY, department).stream()
                .map(QueuePlace::conversationId)
                .toList();
    }

    private long steps(long conversation) {
        return desk.count("select count(*) from conversation_overflow where conversation_id = ?", conversation);
    }

    private String reason(long conversation) {
        return (String) desk.ask(
                "select reason from conversation_overflow where conversation_id = ? order by step desc", conversation);
    }

    private <T> T in(Supplier<T> work) {
        return desk.get(OwnTransaction.class).call(work);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void what_finds_too_many_before_it_goes_on_and_keeps_its_place_by_time(Kind kind) throws Exception {
        open(kind);
        byHand(SUPPORT, SALES);
        there("Anna", SUPPORT);
        there("Ben", SALES);
        long first = desk.waiting(SUPPORT, 0, desk.now().minusSeconds(300));
        long second = desk.waiting(SUPPORT, 0, desk.now().minusSeconds(200));
        long third = desk.waiting(SUPPORT, 0, desk.now().minusSeconds(100));
        long older = desk.waiting(SALES, 0, desk.now().minusSeconds(150));
        long younger = desk.waiting(SALES, 0, desk.now().minusSeconds(50));
        look();
        assertThat(queue(SUPPORT)).as("nobody has said anything").hasSize(3);

        rule(SUPPORT, SALES, 2, null, null, false);
        look();
        look();

        assertThat(queue(SUPPORT)).containsExactly(first, second);
        assertThat(queue(SALES)).containsExactly(older, third, younger);
        assertThat(steps(third)).isEqualTo(1);
        assertThat(reason(third)).isEqualTo("overflow-length");
        assertThat(desk.news.stream().filter(ConversationTransferred.class::isInstance))
                .singleElement()
                .satisfies(news -> {
                    var moved = (ConversationTransferred) news;
                    assertThat(moved.by()).isEqualTo(Author.SYSTEM);
                    assertThat(moved.formerAccountId()).isNull();
                    assertThat(moved.line().extra()).contains("transferred").contains("Sales");
                });
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void the_record_says_why_it_went_on_and_to_where(Kind kind) throws Exception {
        open(kind);
        Caller.Staff anna = there("Anna", SUPPORT);
        desk.get(Agents.class).setCapacity(admin, anna.publicId(), 0);
        there("Ben", SALES);
        byHand(SALES);
        rule(SUPPORT, SALES, 1, null, null, false);
        desk.waiting(SUPPORT, 0, desk.now().minusSeconds(60));
        long second = desk.waiting(SUPPORT, 0, desk.now().minusSeconds(30));
        look();
        Caller.Staff supervisor = desk.colleague("Sue", Role.SUPERVISOR);

        DecisionView decision = desk.get(Decisions.class)
                .of(supervisor, "conversation-" + second)
                .get(0);
        assertThat(decision.reason()).isEqualTo("overflow-length");
        assertThat(decision.onTo().name()).isEqualTo("Sales");
        assertThat(decision.waited()).isEqualTo(Duration.ofSeconds(30));
        assertThat(decision.candidates())
                .extracting(c -> c.agent().name() + " " + c.excluded() + " " + c.chosen())
                .containsExactly("Anna at-capacity false");
        assertThat(desk.get(Decisions.class).recent(supervisor, null).get(0).onTo())
                .isEqualTo("Sales");
        desk.get(WhyNobody.class).explain(TestDesk.COMPANY);
        assertThat(desk.get(Decisions.class).of(supervisor, "conversation-" + second))
                .extracting(DecisionView::reason)
                .as("why it waits there now")
                .containsExactly("manual", "overflow-length");
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void what_has_waited_too_long_in_the_department_goes_on(Kind kind) throws Exception {
        open(kind);
        byHand(SUPPORT, SALES);
        there("Anna", SUPPORT);
        there("Ben", SALES);
        rule(SUPPORT, SALES, null, null, 60, false);
        rule(SALES, SUPPORT, null, null, 60, false);
        long old = desk.waiting(SUPPORT, 0, desk.now().minusSeconds(60));
        look();
        assertThat(where(old)).as("not longer than that").isEqualTo(SUPPORT);

        desk.clock.advance(Duration.ofSeconds(1));
        desk.get(OverflowDesk.class).look(TestDesk.COMPANY, true);

        assertThat(where(old)).isEqualTo(SALES);
        assertThat(reason(old)).isEqualTo("overflow-waited");
        desk.clock.advance(Duration.ofMinutes(5));
        there("Cara", SUPPORT, SALES);
        look();
        assertThat(where(old)).as("never back").isEqualTo(SALES);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void how_long_it_has_waited_counts_from_when_it_came_to_the_queue(Kind kind) throws Exception {
        open(kind);
        byHand(SUPPORT, SALES);
        Caller.Staff anna = there("Anna", SUPPORT);
        there("Ben", SALES);
        rule(SUPPORT, SALES, null, null, 60, false);
        long talk = desk.waiting(SUPPORT, 0, desk.now().minusSeconds(900));
        in(() -> {
            desk.get(Lifecycle.class).assign(talk, anna.accountId(), Author.of(anna), null);
            return null;
        });
        look();
        assertThat(where(talk)).as("somebody has it").isEqualTo(SUPPORT);
        in(() -> {
            desk.get(Lifecycle.class).requeue(talk, Author.SYSTEM, "connection lost");
            return null;
        });

        look();
        assertThat(where(talk)).as("just given back").isEqualTo(SUPPORT);
        desk.clock.advance(Duration.ofSeconds(61));
        there("Cara", SALES);
        look();
        assertThat(where(talk)).isEqualTo(SALES);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void what_would_be_told_too_long_a_wait_goes_on(Kind kind) throws Exception {
        open(kind);
        byHand(SUPPORT, SALES);
        Caller.Staff anna = there("Anna", SUPPORT);
        there("Ben", SALES);
        desk.get(Agents.class).setCapacity(admin, anna.publicId(), 1);
        rule(SUPPORT, SALES, null, 10, null, false);
        long talking = desk.waiting(SUPPORT);
        take(talking, anna);
        List<Long> waiting = new ArrayList<>();
        for (int i = 0; i < 14; i++) waiting.add(desk.waiting(SUPPORT));
        desk.get(Waits.class).of(TestDesk.COMPANY, SUPPORT);
        look();
        assertThat(queue(SUPPORT)).as("too little is known").hasSize(14);
        for (long next : waiting.subList(0, 9)) {
            desk.clock.advance(Duration.ofMinutes(3));
            desk.get(Agents.class).connected(anna, "socket of Anna");
            end(talking, anna);
            talking = next;
            take(talking, anna);
        }
        there("Cara", SALES);
        var told = desk.get(Waits.class).of(TestDesk.COMPANY, SUPPORT);
        List<Long> tooLong = told.stream()
                .filter(each -> each.range().high().compareTo(Duration.ofMinutes(10)) > 0)
                .map(each -> each.place().conversationId())
                .toList();
        assertThat(tooLong).isNotEmpty().hasSizeLessThan(5);

        look();

        assertThat(queue(SALES)).isEqualTo(tooLong);
        assertThat(queue(SUPPORT)).hasSize(5 - tooLong.size());
        assertThat(tooLong).allMatch(one -> reason(one).equals("overflow-expected"));
    }

    private void take(long conversation, Caller.Staff agent) {
        in(() -> {
            desk.get(Lifecycle.class).assign(conversation, agent.accountId(), Author.of(agent), null);
            return null;
        });
    }

    private void end(long conversation, Caller.Staff agent) {
        in(() -> {
            desk.get(Lifecycle.class).close(conversation, Author.of(agent), "agent");
            return null;
        });
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void where_nobody_is_another_department_answers_and_a_message_left_stays(Kind kind) throws Exception {
        open(kind);
        byHand(SUPPORT, SALES);
        Caller.Staff anna = there("Anna", SUPPORT);
        long chat = desk.waiting(SUPPORT);
        long left = desk.waiting(SUPPORT);
        desk.change("update conversation set origin = 'message' where id = ?", left);
        rule(SUPPORT, SALES, null, null, null, true);
        assertThat(attended(SUPPORT)).isTrue();
        away(anna);
        look();
        assertThat(where(chat)).as("nobody anywhere: it stays").isEqualTo(SUPPORT);
        assertThat(attended(SUPPORT)).isFalse();

        Caller.Staff ben = there("Ben", SALES);
        assertThat(attended(SUPPORT)).as("Sales answers for it").isTrue();
        assertThat(desk.get(Reachability.class)
                        .ofSite(desk.get(Sites.class).find("acme").orElseThrow())
                        .departments())
                .extracting(OfDepartment::reason)
                .containsExactly(Reason.AVAILABLE, Reason.AVAILABLE);
        look();

        assertThat(where(chat)).isEqualTo(SALES);
        assertThat(reason(chat)).isEqualTo("overflow-nobody");
        assertThat(where(left)).isEqualTo(SUPPORT);
        away(ben);
        desk.get(Agents.class).setPresence(anna, Presence.AVAILABLE, null);
        look();
        assertThat(where(chat)).isEqualTo(SALES);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void a_page_that_is_loaded_anew_moves_nothing_but_a_closed_department_does(Kind kind) throws Exception {
        open(kind);
        byHand(SUPPORT, SALES);
        Caller.Staff anna = there("Anna", SUPPORT);
        there("Ben", SALES);
        rule(SUPPORT, SALES, null, null, null, true);
        long chat = desk.waiting(SUPPORT);
        desk.get(Agents.class).disconnected(anna, "socket of Anna");
        look();
        assertThat(where(chat)).as("the connection may come back").isEqualTo(SUPPORT);
        desk.get(Agents.class).connected(anna, "another socket");

        desk.get(Hours.class)
                .change(
                        admin,
                        new HoursPath(null, "department-1", Channel.CHAT),
                        new HoursPlan(ZoneId.of("UTC"), Week.NEVER, false, List.of()),
                        0);
        look();

        assertThat(where(chat)).isEqualTo(SALES);
        assertThat(reason(chat)).isEqualTo("overflow-closed");
    }

    private boolean attended(long department) {
        return desk.get(Reachability.class).attended(TestDesk.COMPANY, 1, department);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void a_chain_is_followed_three_links_in_one_move_and_no_more_in_several(Kind kind) throws Exception {
        open(kind);
        long third = department("Third");
        long fourth = department("Fourth");
        long fifth = department("Fifth");
        byHand(SUPPORT, SALES, third, fourth, fifth);
        rule(SUPPORT, SALES, null, null, null, true);
        rule(SALES, third, null, null, null, true);
        rule(third, fourth, null, null, null, true);
        rule(fourth, fifth, null, null, null, true);
        long chat = desk.waiting(SUPPORT);
        there("Last", fifth);
        look();
        assertThat(where(chat)).as("four links away").isEqualTo(SUPPORT);

        Caller.Staff one = there("One", fourth);
        look();

        assertThat(where(chat)).isEqualTo(fourth);
        assertThat(steps(chat)).isEqualTo(1);
        away(one);
        look();
        assertThat(where(chat)).as("three links were followed").isEqualTo(fourth);
        assertThat(attended(fourth)).as("for what is begun there").isTrue();
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void departments_that_help_each_other_hand_nothing_to_and_fro(Kind kind) throws Exception {
        open(kind);
        byHand(SUPPORT, SALES);
        there("Anna", SUPPORT);
        there("Ben", SALES);
        rule(SUPPORT, SALES, 1, null, null, true);
        rule(SALES, SUPPORT, 1, null, null, true);
        List<Long> talks = new ArrayList<>();
        for (int i = 0; i < 4; i++)
            talks.add(desk.waiting(SUPPORT, 0, desk.now().minusSeconds(100 - i)));

        for (int i = 0; i < 3; i++) look();

        assertThat(queue(SUPPORT)).containsExactly(talks.get(0), talks.get(2), talks.get(3));
        assertThat(queue(SALES)).containsExactly(talks.get(1));
        assertThat(desk.count("select count(*) from conversation_overflow")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void what_an_agent_transferred_does_not_come_back(Kind kind) throws Exception {
        open(kind);
        byHand(SUPPORT, SALES);
        Caller.Staff anna = there("Anna", SUPPORT);
        there("Ben", SALES);
        long chat = desk.waiting(SUPPORT);
        take(chat, anna);
        rule(SALES, SUPPORT, null, null, 10, true);

        desk.get(Transfers.class).toDepartment(anna, "conversation-" + chat, "department-2", null);
        desk.clock.advance(Duration.ofSeconds(11));
        there("Cara", SUPPORT, SALES);
        look();

        assertThat(where(chat)).isEqualTo(SALES);
        assertThat(steps(chat)).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void what_is_held_out_to_an_agent_is_let_be(Kind kind) throws Exception {
        open(kind);
        Caller.Staff anna = there("Anna", SUPPORT);
        desk.get(Agents.class).setCapacity(admin, anna.publicId(), 1);
        there("Ben", SALES);
        byHand(SALES);
        long offered = desk.waiting(SUPPORT, 0, desk.now().minusSeconds(300));
        long next = desk.waiting(SUPPORT, 0, desk.now().minusSeconds(200));
        desk.get(QueueDrain.class).wake(TestDesk.COMPANY);
        desk.await("offered", () -> desk.count("select count(*) from offer where open_for = ?", offered) == 1);
        rule(SUPPORT, SALES, 1, null, 60, false);

        look();

        assertThat(where(offered)).isEqualTo(SUPPORT);
        assertThat(where(next))
                .as("has waited too long, though nobody is before it")
                .isEqualTo(SALES);
        assertThat(desk.count("select count(*) from offer where open_for = ?", offered))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void several_nodes_that_sweep_at_once_move_each_once(Kind kind) throws Exception {
        open(kind);
        byHand(SUPPORT, SALES);
        there("Anna", SUPPORT);
        there("Ben", SALES);
        rule(SUPPORT, SALES, 5, null, null, false);
        List<Long> talks = new ArrayList<>();
        for (int i = 0; i < 25; i++)
            talks.add(desk.waiting(SUPPORT, 0, desk.now().minusSeconds(100 - i)));
        List<TestDesk.Node> nodes = List.of(desk.node(), desk.node(), desk.node());
        nodes.forEach(node -> node.get(OverflowDesk.class));

        List<CompletableFuture<Void>> looks = nodes.stream()
                .map(node -> CompletableFuture.runAsync(
                        () -> node.get(OverflowDesk.class).look(TestDesk.COMPANY, false)))
                .toList();
        looks.forEach(CompletableFuture::join);

        assertThat(queue(SUPPORT)).isEqualTo(talks.subList(0, 5));
        assertThat(queue(SALES)).isEqualTo(talks.subList(5, 25));
        assertThat(desk.count("select count(*) from conversation_overflow")).isEqualTo(20);
        assertThat(desk.count("select count(*) from conversation_event where type = 'transferred'"))
                .isEqualTo(20);
        assertThat(desk.count("select count(*) from routing_decision where overflow_to = 2"))
                .isEqualTo(20);
        assertThat(desk.count("select count(*) from message where kind = 'event'"))
                .isEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void the_sweep_does_it_by_itself_and_what_arrives_goes_on_at_once(Kind kind) throws Exception {
        open(kind);
        desk.get(DrainTriggers.class);
        there("Ben", SALES);
        rule(SUPPORT, SALES, null, null, null, true);
        long chat = desk.waiting(SUPPORT);

        desk.get(QueueSweep.class).sweep();

        desk.await(
                "moved and offered",
                () -> where(chat) == SALES && desk.count("select count(*) from offer where open_for = ?", chat) == 1);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void administrators_write_it_and_see_when_somebody_was_quicker(Kind kind) throws Exception {
        open(kind);
        var overflows = desk.get(Overflows.class);
        assertThat(overflows.of(admin, "department-1")).isEqualTo(OverflowDraft.NONE);
        var draft = new OverflowDraft("department-2", 5, 10, 60, true);

        overflows.change(admin, "department-1", draft, OverflowDraft.NONE);

        assertThat(overflows.of(admin, "department-1")).isEqualTo(draft);
        assertThat(desk.ask("select after_json from audit_entry where kind = 'department'")
                        .toString())
                .contains("\"overflowTo\":\"Sales\"")
                .contains("\"overflowLength\":5");
        assertThatThrownBy(() -> overflows.change(admin, "department-1", OverflowDraft.NONE, OverflowDraft.NONE))
                .isInstanceOf(Outdated.class);
        assertThatThrownBy(() -> overflows.change(
                        admin, "department-1", new OverflowDraft("department-1", 5, null, null, false), null))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> overflows.change(
                        admin, "department-1", new OverflowDraft("elsewhere", 5, null, null, false), null))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> overflows.of(admin, "elsewhere")).isInstanceOf(NotFound.class);
        Caller.Staff agent = desk.agent("Anna", SUPPORT);
        assertThatThrownBy(() -> overflows.of(agent, "department-1")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> overflows.change(agent, "department-1", draft, null))
                .isInstanceOf(Forbidden.class);

        long third = department("Third");
        desk.get(DepartmentArchive.class).archive(admin, "department-2", id(third));
        assertThat(overflows.of(admin, "department-1").department())
                .as("the successor takes its place")
                .isEqualTo(id(third));
        overflows.change(admin, "department-1", OverflowDraft.NONE, null);
        assertThat(overflows.of(admin, "department-1")).isEqualTo(OverflowDraft.NONE);
        assertThat(desk.count("select count(*) from department_overflow")).isZero();
    }
}

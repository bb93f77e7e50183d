package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agent.Agents;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.Outdated;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** To where what waits goes on, once, over several departments and nodes; and who says so. */
@Tag("ROU-7")
class OverflowChainIT extends OverflowScene {
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
}

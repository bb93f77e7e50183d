package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.Agents;
import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent.ConversationTransferred;
import dev.parley.conversation.Lifecycle;
import dev.parley.hours.Channel;
import dev.parley.hours.Hours;
import dev.parley.hours.HoursPath;
import dev.parley.hours.HoursPlan;
import dev.parley.hours.Week;
import dev.parley.shared.Caller;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each reason for which what waits goes on to another department, and what stays. */
@Tag("ROU-7")
class OverflowIT extends OverflowScene {
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
}

package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.Agents;
import dev.parley.agent.Presence;
import dev.parley.company.SiteAvailability.OfDepartment;
import dev.parley.company.SiteAvailability.Reason;
import dev.parley.company.Sites;
import dev.parley.shared.Caller;
import dev.parley.testing.TestDatabase.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where nobody is: another department answers, and what went to it comes back to its old place when nobody is left there. */
@Tag("ROU-7")
class OverflowReturnIT extends OverflowScene {
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
        look();
        assertThat(where(chat)).as("nobody anywhere").isEqualTo(SALES);
        desk.get(Agents.class).setPresence(anna, Presence.AVAILABLE, null);
        long younger = desk.waiting(SUPPORT);
        look();
        assertThat(queue(SUPPORT)).as("back at its old place").containsExactly(chat, left, younger);
        assertThat(steps(chat)).isEqualTo(2);
        look();
        assertThat(where(chat)).isEqualTo(SUPPORT);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void what_is_given_back_has_its_old_place_and_stays_where_an_agent_put_it(Kind kind) throws Exception {
        open(kind);
        byHand(SUPPORT, SALES);
        Caller.Staff anna = there("Anna", SUPPORT);
        Caller.Staff ben = there("Ben", SALES);
        long first = desk.waiting(SUPPORT, 0, desk.now().minusSeconds(300));
        long second = desk.waiting(SUPPORT, 0, desk.now().minusSeconds(200));
        rule(SUPPORT, SALES, 1, null, null, true);
        look();
        assertThat(where(second)).isEqualTo(SALES);
        long third = desk.waiting(SUPPORT, 2, desk.now().minusSeconds(100));
        desk.get(Transfers.class).toDepartment(ben, "conversation-" + second, "department-1", null);

        look();

        assertThat(queue(SUPPORT)).as("it has been in Sales").containsExactly(third, second);
        assertThat(queue(SALES)).as("found one before it").containsExactly(first);
        desk.get(Transfers.class).toDepartment(anna, "conversation-" + second, "department-2", null);
        away(ben);
        look();
        assertThat(where(second)).as("an agent wants it there").isEqualTo(SALES);
        assertThat(where(first)).as("went there by itself").isEqualTo(SUPPORT);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void a_chat_behind_many_messages_left_goes_on(Kind kind) throws Exception {
        open(kind);
        byHand(SUPPORT, SALES);
        there("Ben", SALES);
        for (int i = 0; i < 510; i++) desk.waiting(SUPPORT, 0, desk.now().minusSeconds(5000 - i));
        desk.change("update conversation set origin = 'message'");
        long chat = desk.waiting(SUPPORT);
        rule(SUPPORT, SALES, null, null, null, true);

        look();

        assertThat(where(chat)).isEqualTo(SALES);
        assertThat(desk.count("select count(*) from conversation where department_id = 1"))
                .isEqualTo(510);
    }
}

package dev.parley.bench.routing;

import static dev.parley.bench.routing.HandMade.change;
import static dev.parley.bench.routing.HandMade.chat;
import static dev.parley.bench.routing.HandMade.presenceOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bench.routing.Commit.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each rule is shown a history that breaks it and one that comes close. */
class JudgeTest {
    private static final String LOAD = "nobody has more in hand and on offer than the capacity";
    private static final String WAIT = "nobody waits unasked for more than 2 s while somebody free could be asked";
    private static final String ORDER = "equal priority is first come, first served";
    private static final String URGENCY = "the more urgent is served first";
    private static final String PLACE = "a conversation that waits again keeps its waiting time";
    private static final String OFFER = "no offer is left open for what no longer waits, or after its time";
    private static final String ASKED = "only the available are asked, and one at a time unless it rings at all";
    private static final String OWNER = "no conversation is open without an owner, and none waits with one";
    private static final String LOSS =
            "what a lost connection held is given back within the grace time of 30 s and 2 s more";
    private static final String TOLD = "every offer is told to its agent's socket within 2 s";

    private final HandMade history = new HandMade();

    @Test
    void a_conversation_that_goes_well_breaks_nothing() {
        history.listens(11)
                .waits(101, 1, 0)
                .after(0.1)
                .offered(201, 101, 11)
                .after(0.1)
                .isTold(11, 101)
                .after(1)
                .commit(history.end(201, 101, 11, "accepted"), chat(101, 1, "open", 0, 0, 11))
                .after(3)
                .closed(101, 1, 0)
                .after(5)
                .connect(11);

        assertThat(history.broken()).isEmpty();
        assertThat(history.judge().deliveries.delays().getTotalCount()).isEqualTo(1);
    }

    @Test
    @Tag("ROU-2")
    void a_third_conversation_of_an_agent_for_two_is_one_too_many() {
        history.held(101, 1, 0, 11).held(102, 1, 0, 11).held(103, 1, 0, 11);

        assertThat(history.broken()).containsExactly(LOAD);
    }

    @Test
    @Tag("ROU-2")
    void an_open_offer_takes_a_place_too() {
        history.held(101, 1, 0, 11).held(102, 1, 0, 11).waits(103, 1, 0).offered(201, 103, 11);

        assertThat(history.broken()).contains(LOAD);
    }

    @Test
    @Tag("ROU-2")
    void a_capacity_below_what_is_in_hand_is_allowed_but_an_exchange_then_is_not() {
        history.held(101, 1, 0, 11).held(102, 1, 0, 11).presence(11, "available", 1);
        assertThat(history.broken()).isEmpty();

        history.commit(chat(101, 1, "closed", 0, 0, null), chat(103, 1, "open", 0, 0, 11));
        assertThat(history.broken()).containsExactly(LOAD);
    }

    @Test
    @Tag("ROU-3")
    void whoever_waits_for_two_seconds_beside_a_free_agent_is_forgotten() {
        history.waits(101, 1, 0).after(2.2).connect(12);

        assertThat(history.broken()).containsExactly(WAIT);
    }

    @Test
    @Tag("ROU-3")
    void two_seconds_count_only_while_somebody_is_free_without_a_pause() {
        history.presence(12, "away", 2)
                .waits(101, 1, 0)
                .after(1.8)
                .presence(11, "away", 2)
                .after(0.3)
                .presence(11, "available", 2)
                .after(1.8)
                .presence(11, "away", 2);

        assertThat(history.broken()).isEmpty();
        assertThat(history.judge().waits.worst()).isBetween(1_700_000L, 1_900_000L);
    }

    @Test
    @Tag("ROU-3")
    void one_free_agent_after_another_is_somebody_free_without_a_pause() {
        history.presence(12, "away", 2)
                .waits(101, 1, 0)
                .after(1.5)
                .commit(presenceOf(11, "away", 2), presenceOf(12, "available", 2))
                .after(1)
                .connect(12);

        assertThat(history.broken()).containsExactly(WAIT);
    }

    @Test
    @Tag("ROU-1")
    void who_lacks_a_skill_is_nobody_free_until_it_is_relaxed() {
        history.waits(101, 3, 0).after(14).connect(12).after(5).connect(12);
        assertThat(history.broken()).isEmpty();

        history.after(4).connect(12);
        assertThat(history.broken()).containsExactly(WAIT);
    }

    @Test
    @Tag("ROU-1")
    void who_has_the_skill_is_free_at_once() {
        history.commit(change("agent_skill", Kind.INSERT, "[12, \"billing\", 2]"))
                .waits(101, 3, 0)
                .after(2.2)
                .connect(12);

        assertThat(history.broken()).containsExactly(WAIT);
    }

    @Test
    @Tag("ROU-1")
    void who_speaks_another_language_is_nobody_free() {
        history.commit(
                        change("account", Kind.UPDATE, "[11, \"a11\", \"en,ar\"]"),
                        change("account", Kind.UPDATE, "[12, \"a12\", \"en\"]"))
                .waits(101, 1, 0)
                .after(5)
                .connect(12);
        assertThat(history.broken()).isEmpty();

        history.commit(change("account", Kind.UPDATE, "[12, \"a12\", \"de-AT\"]"))
                .after(2.2)
                .connect(12);
        assertThat(history.broken()).containsExactly(WAIT);
    }

    @Test
    @Tag("ROU-4")
    void who_declined_is_nobody_free() {
        history.presence(12, "away", 2)
                .waits(101, 1, 0)
                .offered(201, 101, 11)
                .ended(201, 101, 11, "declined")
                .after(5)
                .connect(12);

        assertThat(history.broken()).isEmpty();
    }

    @Test
    @Tag("ROU-13")
    void whose_lease_was_not_renewed_for_fifteen_seconds_is_nobody_free() {
        history.after(14)
                .connect(11)
                .after(3)
                .presence(11, "away", 2)
                .waits(101, 1, 0)
                .after(5)
                .presence(11, "away", 1);

        assertThat(history.broken()).isEmpty();
    }

    @Test
    @Tag("ROU-3")
    void an_equal_that_came_earlier_is_not_passed_over() {
        history.presence(12, "away", 2)
                .presence(11, "away", 2)
                .waits(101, 1, 20)
                .waits(102, 1, 10)
                .after(1)
                .presence(11, "available", 2)
                .offered(201, 102, 11);

        assertThat(history.broken()).containsExactly(ORDER);
    }

    @Test
    @Tag("ROU-3")
    void what_came_while_the_choice_was_made_is_only_counted() {
        history.presence(12, "away", 2)
                .waits(102, 1, 10)
                .after(1)
                .waits(101, 1, 20)
                .after(0.1)
                .offered(201, 102, 11);

        assertThat(history.broken()).isEmpty();
        assertThat(history.judge().order.close()).isEqualTo(1);
    }

    @Test
    @Tag("ROU-3")
    void what_the_agent_refused_or_others_are_asked_about_is_passed_over_rightly() {
        history.waits(101, 1, 20)
                .offered(201, 101, 11)
                .ended(201, 101, 11, "missed")
                .waits(102, 1, 15)
                .offered(202, 102, 12)
                .waits(103, 1, 10)
                .after(1)
                .offered(203, 103, 11);

        assertThat(history.broken()).isEmpty();
    }

    @Test
    @Tag("ROU-3")
    void the_more_urgent_is_not_passed_over_whenever_it_came() {
        history.commit(chat(101, 1, "waiting", 2, 5, null))
                .waits(102, 1, 10)
                .after(1)
                .offered(201, 102, 11);

        assertThat(history.broken()).containsExactly(URGENCY);
    }

    @Test
    @Tag("ROU-5")
    void a_requeued_conversation_keeps_its_waiting_time() {
        history.held(101, 1, 30, 11).waits(101, 1, 30).after(1).held(101, 1, 30, 12);
        assertThat(history.broken()).isEmpty();

        history.waits(101, 1, 10);
        assertThat(history.broken()).containsExactly(PLACE);
    }

    @Test
    @Tag("ROU-4")
    void an_offer_of_what_no_longer_waits_is_taken_back() {
        history.waits(101, 1, 0)
                .offered(201, 101, 11)
                .closed(101, 1, 0)
                .after(1.5)
                .connect(11);
        assertThat(history.broken()).isEmpty();

        history.after(1).connect(11);
        assertThat(history.broken()).contains(OFFER);
    }

    @Test
    @Tag("ROU-4")
    void an_offer_ends_when_its_time_is_over() {
        history.waits(101, 1, 0).offered(201, 101, 11).after(6.5).connect(11);
        assertThat(history.broken()).isEmpty();

        history.after(1).connect(11);
        assertThat(history.broken()).containsExactly(OFFER);
    }

    @Test
    @Tag("ROU-4")
    void who_is_away_is_asked_nothing() {
        history.waits(101, 1, 0).offered(201, 101, 11).presence(11, "away", 2);

        assertThat(history.broken()).containsExactly(ASKED);
    }

    @Test
    @Tag("ROU-1")
    void only_where_it_rings_at_all_several_are_asked_at_once() {
        history.waits(101, 2, 0).commit(history.made(201, 101, 11, true), history.made(202, 101, 12, true));
        assertThat(history.broken()).isEmpty();

        history.waits(102, 1, 0).commit(history.made(203, 102, 11, false), history.made(204, 102, 12, false));
        assertThat(history.broken()).containsExactly(ASKED);
    }

    @Test
    @Tag("ROU-13")
    void nothing_is_open_without_an_owner() {
        history.commit(chat(101, 1, "open", 0, 0, null));

        assertThat(history.broken()).containsExactly(OWNER);
    }

    @Test
    @Tag("ROU-5")
    @Tag("ROU-13")
    void what_a_dead_nodes_agent_held_is_given_back_after_the_grace_time() {
        history.held(101, 1, 0, 11).after(31).connect(12);
        assertThat(history.broken()).isEmpty();

        history.after(2).connect(12);
        assertThat(history.broken()).containsExactly(LOSS);
    }

    @Test
    @Tag("ROU-13")
    void an_offer_that_nobody_was_told_of_is_found() {
        history.listens(11).waits(101, 1, 0).offered(201, 101, 11).after(3).ended(201, 101, 11, "missed");

        assertThat(history.broken()).containsExactly(TOLD);
    }

    @Test
    @Tag("ROU-13")
    void an_offer_that_is_told_late_is_found() {
        history.listens(11)
                .waits(101, 1, 0)
                .offered(201, 101, 11)
                .after(2.5)
                .isTold(11, 101)
                .ended(201, 101, 11, "declined");

        assertThat(history.broken()).containsExactly(TOLD);
    }

    @Test
    @Tag("ROU-13")
    void who_has_no_socket_any_more_need_not_be_told() {
        history.listens(11)
                .waits(101, 1, 0)
                .offered(201, 101, 11)
                .after(1)
                .stopsListening(11)
                .after(2)
                .ended(201, 101, 11, "withdrawn");

        assertThat(history.broken()).isEmpty();
        assertThat(history.judge().deliveries.unreachable()).isEqualTo(1);
    }

    @Test
    void a_broken_rule_comes_with_what_happened_before() {
        history.held(101, 1, 0, 11).held(102, 1, 0, 11).held(103, 1, 0, 11);

        assertThat(history.judge().excerpts()).singleElement().asString().contains(LOAD, "\"c103\"");
    }
}

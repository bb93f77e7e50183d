package dev.parley.routing.replay;

import static dev.parley.routing.replay.DayScene.SUPPORT;
import static dev.parley.routing.replay.DayScene.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.Presence;
import dev.parley.routing.OfferOutcome;
import dev.parley.routing.RoutingRules;
import dev.parley.routing.Strategy;
import dev.parley.routing.replay.Comparison.Moved;
import dev.parley.routing.replay.Comparison.Totals;
import dev.parley.routing.replay.RecordedDay.Take;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Days small enough to be computed by hand. */
@Tag("ROU-10")
class RoutingReplayTest {
    private static final long MIA = 1;
    private static final long TOM = 2;
    private static final RoutingRules STANDARD = rules(Strategy.LONGEST_IDLE, 30, 3, 20);

    private static RoutingRules rules(Strategy strategy, int offer, int missed, int lastAgent) {
        return new RoutingRules(
                strategy,
                Duration.ofSeconds(offer),
                missed,
                Duration.ofSeconds(60),
                Duration.ofSeconds(120),
                Duration.ofSeconds(lastAgent));
    }

    private static ReplayPolicy by(RoutingRules rules) {
        return new ReplayPolicy(SUPPORT, rules, null);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static List<Take> takes(RecordedDay day, ReplayPolicy policy) {
        return RoutingReplay.replay(day, policy).takes();
    }

    private static Comparison compare(RecordedDay day, ReplayPolicy policy) {
        return Comparison.of(day, RoutingReplay.replay(day, policy), SUPPORT);
    }

    private static void isAsItWas(RecordedDay day) {
        List<Take> fact = day.chats().stream()
                .flatMap(chat -> chat.stays().stream())
                .flatMap(stay -> stay.takes().stream())
                .toList();
        assertThat(takes(day, ReplayPolicy.UNCHANGED)).containsExactlyInAnyOrderElementsOf(fact);
    }

    /** Mia, the longer idle, takes 20 seconds to answer, Tom 5; each can hold one. */
    private static RecordedDay slowAndQuick() {
        return new DayScene()
                .rules(STANDARD)
                .agent(MIA, 1, 600)
                .agent(TOM, 1, 300)
                .chat(10, "Ann", 0, 10.0)
                .accepted(10, MIA, 0, 20)
                .closed(10, MIA, 120)
                .chat(11, "Bob", 40, 100.0)
                .accepted(11, TOM, 40, 45)
                .closed(11, TOM, 100)
                .day();
    }

    @Test
    void ring_all_gives_the_first_to_the_quicker_and_the_second_has_to_wait_for_the_slower() {
        RecordedDay day = slowAndQuick();
        isAsItWas(day);

        Comparison compared = compare(day, by(rules(Strategy.RING_ALL, 30, 3, 20)));

        // Tom has the first after 5 seconds and holds it until 105; at 40 only Mia has room, who answers after 20
        assertThat(compared.fact())
                .isEqualTo(new Totals(2, 2, seconds(5), seconds(20), seconds(20), 2, 1, 0, Map.of(MIA, 1, TOM, 1)));
        assertThat(compared.other())
                .isEqualTo(new Totals(2, 2, seconds(5), seconds(20), seconds(20), 2, 2, 0, Map.of(MIA, 1, TOM, 1)));
        assertThat(compared.moved())
                .containsExactly(
                        new Moved(10, at(0), MIA, seconds(20), TOM, seconds(5)),
                        new Moved(11, at(40), TOM, seconds(5), MIA, seconds(20)));
    }

    @Test
    void who_may_hold_two_takes_the_second_at_once_and_the_third_when_the_first_ends() {
        RecordedDay day = new DayScene()
                .rules(STANDARD)
                .agent(MIA, 1, 60)
                .chat(10, 0)
                .accepted(10, MIA, 0, 5)
                .closed(10, MIA, 65)
                .chat(11, 10)
                .accepted(11, MIA, 65, 70)
                .closed(11, MIA, 130)
                .chat(12, 20)
                .accepted(12, MIA, 130, 135)
                .closed(12, MIA, 195)
                .day();
        isAsItWas(day);

        Comparison compared = compare(day, new ReplayPolicy(SUPPORT, null, 2));

        assertThat(compared.fact().median()).isEqualTo(seconds(60));
        assertThat(compared.fact().longest()).isEqualTo(seconds(115));
        // 5 after 0; 5 after 10; the third is offered when the first ends at 65 and taken at 70, after 50
        assertThat(takes(day, new ReplayPolicy(SUPPORT, null, 2)))
                .extracting(Take::at)
                .containsExactly(at(5), at(15), at(70));
        assertThat(compared.other().median()).isEqualTo(seconds(5));
        assertThat(compared.other().longest()).isEqualTo(seconds(50));
        assertThat(compared.moved()).isEmpty();
    }

    @Test
    void without_last_agent_first_nobody_is_kept_waiting_for_an_agent_who_has_no_room() {
        RecordedDay day = new DayScene()
                .rules(STANDARD)
                .agent(MIA, 1, 600)
                .agent(TOM, 1, 300)
                .had("Ann", MIA)
                .chat(9, 0)
                .accepted(9, MIA, 0, 3)
                .closed(9, MIA, 300)
                .chat(10, "Ann", 10, null)
                .accepted(10, TOM, 30, 34)
                .closed(10, TOM, 90)
                .day();
        isAsItWas(day);

        assertThat(compare(day, by(rules(Strategy.LONGEST_IDLE, 30, 3, 0)))
                        .other()
                        .longest())
                .isEqualTo(seconds(4));
    }

    @Test
    void a_shorter_offer_is_missed_and_goes_on_and_who_misses_too_many_comes_back_after_a_while() {
        RecordedDay day = slowAndQuick();

        // Mia is asked for 10 seconds only and then set away; Tom is asked at 10 and answers at 15, holding it until
        // 115; at 40 nobody
        // is there, Mia comes back at 310, after five minutes; Tom was free at 115 and answers 5 seconds later
        Comparison compared = compare(day, by(rules(Strategy.LONGEST_IDLE, 10, 1, 20)));

        assertThat(compared.other().missed()).isEqualTo(1);
        assertThat(compared.other().byAgent()).isEqualTo(Map.of(TOM, 2));
        assertThat(compared.moved()).containsExactly(new Moved(10, at(0), MIA, seconds(20), TOM, seconds(15)));
        assertThat(takes(day, by(rules(Strategy.LONGEST_IDLE, 10, 1, 20))))
                .extracting(Take::at)
                .containsExactly(at(15), at(120));
    }

    @Test
    void what_a_lost_connection_broke_off_another_agent_does_in_one_piece() {
        RecordedDay day = new DayScene()
                .rules(STANDARD)
                .agent(MIA, 1, 600)
                .agent(TOM, 1, 300)
                .chat(10, 0)
                .accepted(10, MIA, 0, 5)
                .lost(10, MIA, 25)
                .accepted(10, TOM, 25, 30)
                .closed(10, TOM, 70)
                .chat(11, 50)
                .offer(11, TOM, 70, 80, OfferOutcome.WITHDRAWN)
                .closed(11, null, 80)
                .day();
        isAsItWas(day);

        // all of it is 20 and 40 seconds of Tom's, from 5 to 65; then he is asked about the other, too, and says
        // nothing for 10 seconds, as he did
        Comparison compared = compare(
                new DayScene()
                        .rules(STANDARD)
                        .agent(TOM, 1, 300)
                        .chat(10, 0)
                        .accepted(10, MIA, 0, 5)
                        .lost(10, MIA, 25)
                        .accepted(10, TOM, 25, 30)
                        .closed(10, TOM, 70)
                        .chat(11, 50)
                        .offer(11, TOM, 70, 80, OfferOutcome.WITHDRAWN)
                        .closed(11, null, 80)
                        .agent(MIA, 0, 600)
                        .day(),
                ReplayPolicy.UNCHANGED);

        assertThat(compared.fact().answered()).isEqualTo(1);
        assertThat(compared.fact().longest()).isEqualTo(seconds(30));
        assertThat(compared.moved())
                .containsExactly(
                        new Moved(10, at(0), MIA, seconds(5), TOM, seconds(5)),
                        new Moved(11, at(50), null, seconds(30), TOM, seconds(25.001)));
    }

    @Test
    void an_agent_who_is_away_is_asked_nothing_and_what_nobody_answers_counts_till_the_end_of_the_day() {
        RecordedDay day = new DayScene()
                .rules(STANDARD)
                .agent(MIA, 2, 600)
                .happens(new Happening.PresenceSet(at(10), MIA, Presence.AWAY, "lunch"))
                .chat(10, 20)
                .day();

        Comparison compared = compare(day, ReplayPolicy.UNCHANGED);

        assertThat(compared.moved()).isEmpty();
        assertThat(compared.other().answered()).isZero();
        assertThat(compared.other().longest()).isEqualTo(Duration.between(at(20), day.to()));
        assertThat(compared.other().median()).isNull();
    }

    @Test
    void a_declined_offer_is_declined_again_and_one_that_was_never_made_is_answered_as_the_nearest() {
        RecordedDay day = new DayScene()
                .rules(STANDARD)
                .agent(MIA, 1, 600)
                .agent(TOM, 1, 300)
                .chat(10, 0)
                .offer(10, MIA, 0, 4, OfferOutcome.DECLINED)
                .accepted(10, TOM, 4, 10)
                .closed(10, TOM, 60)
                .day();
        isAsItWas(day);

        // Tom, never idle, is asked first by round robin when Mia had the turn before; here nobody had one, and
        // idleness decides
        assertThat(takes(day, by(rules(Strategy.ROUND_ROBIN, 30, 3, 20))))
                .containsExactly(new Take(10, 0, TOM, at(10)));
    }

    @Test
    void the_same_day_and_policy_give_the_same_result() {
        ReplayPolicy policy = by(rules(Strategy.LEAST_LOADED, 15, 2, 0));

        assertThat(takes(slowAndQuick(), policy)).isEqualTo(takes(slowAndQuick(), policy));
    }
}

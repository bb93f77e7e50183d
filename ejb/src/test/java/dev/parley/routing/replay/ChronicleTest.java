package dev.parley.routing.replay;

import static dev.parley.routing.replay.DayScene.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.routing.OfferOutcome;
import dev.parley.routing.SkillSet;
import dev.parley.routing.replay.Chronicle.Entry;
import dev.parley.routing.replay.Chronicle.Opening;
import dev.parley.routing.replay.Chronicle.Read;
import dev.parley.routing.replay.Happening.Arrived;
import dev.parley.routing.replay.Happening.Gone;
import dev.parley.routing.replay.Happening.Moved;
import dev.parley.routing.replay.Happening.Picked;
import dev.parley.routing.replay.Happening.Prioritised;
import dev.parley.routing.replay.RecordedDay.Ending;
import dev.parley.routing.replay.RecordedDay.Hold;
import dev.parley.routing.replay.RecordedDay.Offered;
import dev.parley.routing.replay.RecordedDay.Stay;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the log of one conversation tells of a day that begins at ten. */
@Tag("ROU-10")
class ChronicleTest {
    private static final long SUPPORT = 1;
    private static final long SALES = 2;
    private static final long MIA = 7;
    private static final long TOM = 8;

    private static Entry entry(double second, String type, boolean waits, Long agent, long department, String reason) {
        return new Entry(at(second), type, waits, agent, department, false, false, reason);
    }

    private static Entry joined(double second, long agent) {
        return entry(second, "joined", false, agent, SUPPORT, null);
    }

    private static Entry closed(double second, Long agent) {
        return entry(second, "closed", false, agent, SUPPORT, "agent");
    }

    private static Read read(double opened, List<Offered> offers, Entry... entries) {
        var opening = new Opening(5, "Ann", SkillSet.NONE, null, at(opened), SUPPORT, 1, null);
        return Chronicle.read(at(0), opening, List.of(entries), offers);
    }

    @Test
    void what_was_open_in_the_first_moment_is_held_from_then_and_what_was_over_is_left_out() {
        Read read = read(
                -100,
                List.of(),
                joined(-90, MIA),
                closed(-80, MIA),
                entry(-70, "reopened", true, null, SUPPORT, null),
                joined(-60, TOM),
                closed(30, TOM));

        assertThat(read.chat().stays()).hasSize(1);
        Stay stay = read.chat().stays().get(0);
        assertThat(stay.since()).isEqualTo(at(-70));
        assertThat(stay.owner()).isEqualTo(TOM);
        assertThat(stay.takes()).isEmpty();
        assertThat(stay.holds()).containsExactly(new Hold(TOM, at(30), Duration.ofSeconds(30), Ending.CLOSED, null));
        assertThat(read.happenings()).isEmpty();
    }

    @Test
    void who_takes_what_was_offered_does_what_routing_did_and_who_takes_another_does_it_by_himself() {
        var offer = new Offered(5, MIA, at(1), at(31), at(4), OfferOutcome.ACCEPTED);

        assertThat(read(1, List.of(offer), joined(4.001, MIA)).happenings()).containsExactly(new Arrived(at(1), 5, 0));
        assertThat(read(1, List.of(offer), joined(4.001, TOM)).happenings())
                .containsExactly(new Arrived(at(1), 5, 0), new Picked(at(4.001), 5, 0, TOM));
    }

    @Test
    void a_guest_who_comes_into_an_open_one_does_not_have_it() {
        Read read = read(1, List.of(), joined(2, MIA), joined(3, TOM), closed(10, MIA));

        assertThat(read.chat().stays().get(0).holds())
                .containsExactly(new Hold(MIA, at(10), Duration.ofSeconds(8), Ending.CLOSED, null));
    }

    @Test
    void what_befalls_it_while_it_waits_would_have_befallen_it_under_any_policy() {
        Read read = read(
                -5,
                List.of(),
                entry(1, "prioritised", true, null, SUPPORT, "urgent"),
                entry(2, "transferred", true, null, SALES, null),
                closed(3, null));

        Stay stay = read.chat().stays().get(0);
        assertThat(stay.department()).isEqualTo(SUPPORT);
        assertThat(stay.priority()).as("before it was changed").isZero();
        assertThat(stay.gone()).isEqualTo(at(3));
        assertThat(read.happenings())
                .containsExactly(
                        new Prioritised(at(1), 5, 2), new Moved(at(2), 5, 0, SALES, false), new Gone(at(3), 5, 0));
    }

    @Test
    void what_lasts_beyond_the_day_has_no_end() {
        Read read = read(1, List.of(), joined(2, MIA), entry(9, "transferred", false, TOM, SUPPORT, null));

        assertThat(read.chat().stays().get(0).holds())
                .containsExactly(
                        new Hold(MIA, at(9), Duration.ofSeconds(7), Ending.TO_AGENT, TOM),
                        new Hold(TOM, null, Duration.ZERO, Ending.LASTED, null));
        assertThat(read.chat().stays().get(0).takes()).hasSize(2);
    }
}

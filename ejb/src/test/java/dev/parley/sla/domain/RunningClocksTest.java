package dev.parley.sla.domain;

import static dev.parley.sla.Measure.FIRST_RESPONSE;
import static dev.parley.sla.Measure.NEXT_RESPONSE;
import static dev.parley.sla.Measure.RESOLUTION;
import static dev.parley.sla.domain.RunningClocks.Happening.ANSWERED;
import static dev.parley.sla.domain.RunningClocks.Happening.ASKED;
import static dev.parley.sla.domain.RunningClocks.Happening.CLOSED;
import static dev.parley.sla.domain.RunningClocks.Happening.REOPENED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sla.domain.RunningClocks.Clock;
import dev.parley.sla.domain.RunningClocks.Happening;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ROU-12")
class RunningClocksTest {
    private static final Instant NINE = Instant.parse("2026-11-27T09:00:00Z");

    private final RunningClocks clocks = RunningClocks.opened(NINE);

    @Test
    void from_the_opening_the_first_response_and_the_resolution_run_whatever_the_visitor_adds() {
        hear(0, ASKED);
        hear(3, ASKED);

        assertThat(clocks.running())
                .containsExactly(new Clock(FIRST_RESPONSE, NINE, null), new Clock(RESOLUTION, NINE, null));
        assertThat(clocks.answered()).isFalse();
    }

    @Test
    void the_next_response_runs_since_the_first_words_to_which_nobody_has_answered() {
        hear(2, ANSWERED);
        hear(3, ANSWERED);
        assertThat(clocks.running()).containsExactly(new Clock(RESOLUTION, NINE, null));

        hear(5, ASKED);
        hear(7, ASKED);
        assertThat(clocks.running()).contains(new Clock(NEXT_RESPONSE, at(5), null));

        hear(9, ANSWERED);
        assertThat(clocks.ended())
                .containsExactly(new Clock(FIRST_RESPONSE, NINE, at(2)), new Clock(NEXT_RESPONSE, at(5), at(9)));
    }

    @Test
    void the_end_ends_all_and_what_is_reopened_is_resolved_anew() {
        hear(2, ANSWERED);
        hear(3, ASKED);
        hear(4, CLOSED);
        assertThat(clocks.running()).isEmpty();
        assertThat(clocks.ended()).contains(new Clock(NEXT_RESPONSE, at(3), at(4)), new Clock(RESOLUTION, NINE, at(4)));

        hear(60, REOPENED);
        hear(60, ASKED);
        assertThat(clocks.running())
                .containsExactly(new Clock(NEXT_RESPONSE, at(60), null), new Clock(RESOLUTION, at(60), null));
    }

    @Test
    void whoever_was_never_answered_still_waits_for_the_first_answer_after_a_reopening() {
        hear(4, CLOSED);
        hear(60, REOPENED);
        hear(61, ASKED);

        assertThat(clocks.running())
                .containsExactly(new Clock(FIRST_RESPONSE, at(61), null), new Clock(RESOLUTION, at(60), null));
    }

    @Test
    void what_was_computed_once_can_be_gone_on_with() {
        hear(2, ANSWERED);
        hear(5, ASKED);

        var later = new RunningClocks(clocks.answered(), clocks.running());
        later.hear(ANSWERED, at(8));

        assertThat(later.running()).containsExactly(new Clock(RESOLUTION, NINE, null));
        assertThat(later.ended()).containsExactly(new Clock(NEXT_RESPONSE, at(5), at(8)));
    }

    private void hear(int minute, Happening what) {
        clocks.hear(what, at(minute));
    }

    private static Instant at(int minute) {
        return NINE.plusSeconds(60L * minute);
    }
}

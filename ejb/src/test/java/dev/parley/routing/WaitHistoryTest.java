package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.routing.WaitHistory.Stay;
import dev.parley.routing.WaitSimulation.Outcome;
import dev.parley.routing.WaitSimulation.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("ROU-11")
class WaitHistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    static List<Scene> scenes() {
        return WaitSimulation.SCENES;
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void about_eight_of_ten_waits_end_within_the_promised_range(Scene scene) {
        Outcome outcome = WaitSimulation.run(scene, 11, 8);

        assertThat(outcome.promised()).isGreaterThan(300);
        assertThat(outcome.part()).as("held").isBetween(0.70, 0.92);
    }

    /** Of statistical tables: F(0.9; 2, 16), F(0.1; 2, 16), F(0.9; 10, 20), F(0.1; 10, 20), F(0.9; 40, 60). */
    @ParameterizedTest
    @CsvSource({"1, 2, 16, 2.668", "-1, 2, 16, 0.1061", "1, 10, 20, 1.937", "-1, 10, 20, 0.4544", "1, 40, 60, 1.4373"})
    void the_quantiles_are_those_of_the_tables(int side, double first, double second, double known) {
        assertThat(WaitRange.quantile(side * 1.2815515655446004, first, second))
                .isCloseTo(known, within(known * (side < 0 ? 0.08 : 0.02)));
    }

    @Test
    void nothing_is_said_where_little_is_known() {
        assertThat(new WaitHistory(List.of()).expect(1, 0, NOW, NOW)).isEmpty();
        assertThat(new WaitHistory(queueThatMoves(WaitHistory.ENOUGH - 1, Duration.ofMinutes(2), Duration.ZERO))
                        .expect(1, 0, NOW, NOW))
                .isEmpty();
    }

    @Test
    void whoever_is_further_behind_waits_longer_and_the_middle_of_the_range_is_the_pauses_that_are_ahead() {
        var history = new WaitHistory(queueThatMoves(40, Duration.ofMinutes(2), Duration.ZERO));

        WaitRange next = history.expect(1, 0, NOW, NOW).orElseThrow();
        WaitRange fifth = history.expect(5, 0, NOW, NOW).orElseThrow();

        assertThat(next.low()).isLessThan(Duration.ofMinutes(2));
        assertThat(next.high()).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(6));
        assertThat(fifth.low()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(10));
        assertThat(fifth.high()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(20));
    }

    @Test
    void a_pause_that_lasts_makes_the_range_longer_and_a_standstill_ends_it() {
        var history = new WaitHistory(queueThatMoves(10, Duration.ofMinutes(1), Duration.ZERO));

        WaitRange before = history.expect(3, 0, NOW, NOW).orElseThrow();
        WaitRange later =
                history.expect(3, 0, NOW, NOW.plus(Duration.ofMinutes(20))).orElseThrow();

        assertThat(later.high()).isGreaterThan(before.high().multipliedBy(2));
        assertThat(history.expect(3, 0, NOW, NOW.plus(Duration.ofHours(2)))).isEmpty();
    }

    @Test
    void the_same_hour_of_other_days_speaks_where_today_says_nothing_yet() {
        List<Stay> stays = new ArrayList<>(queueThatMoves(20, Duration.ofMinutes(1), Duration.ofDays(1)));
        // yesterday evening it went slower
        stays.addAll(queueThatMoves(20, Duration.ofMinutes(6), Duration.ofHours(12)));

        WaitRange range = new WaitHistory(stays).expect(1, 0, NOW, NOW).orElseThrow();

        assertThat(range.high()).isLessThan(Duration.ofMinutes(4));
    }

    @Test
    void a_night_between_two_answers_is_no_pause() {
        List<Stay> stays = new ArrayList<>(queueThatMoves(20, Duration.ofMinutes(1), Duration.ofHours(16)));
        stays.addAll(queueThatMoves(20, Duration.ofMinutes(1), Duration.ZERO));

        WaitRange range = new WaitHistory(stays).expect(1, 0, NOW, NOW).orElseThrow();

        assertThat(range.high()).isLessThan(Duration.ofMinutes(4));
    }

    @Test
    void where_somebody_is_free_it_takes_as_long_as_answering_takes() {
        List<Stay> stays = new ArrayList<>();
        for (int i = 1; i <= 19; i++) {
            Instant from = NOW.minus(Duration.ofMinutes(10L * i));
            stays.add(new Stay(from, true, from.plusSeconds(i)));
        }

        WaitRange range = new WaitHistory(stays).expect(2, 3, NOW, NOW).orElseThrow();

        assertThat(range).isEqualTo(new WaitRange(Duration.ofSeconds(2), Duration.ofSeconds(18)));
    }

    /** Everybody waited from before the first was taken; the last so long before now. */
    private static List<Stay> queueThatMoves(int times, Duration pause, Duration before) {
        List<Stay> stays = new ArrayList<>();
        Instant last = NOW.minus(before);
        Instant came = last.minus(pause.multipliedBy(times));
        for (int i = 0; i < times; i++) {
            Instant until = last.minus(pause.multipliedBy(i));
            stays.add(new Stay(came, false, until));
        }
        return stays;
    }
}

package dev.parley.access.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("SEC-5")
class BackOffTest {
    @ParameterizedTest(name = "after {0} wrong guesses wait {1} minutes")
    @CsvSource({
        "0, 0",
        "1, 0",
        "4, 0",
        "5, 1",
        "6, 2",
        "7, 4",
        "8, 8",
        "9, 16",
        "10, 32",
        "11, 60",
        "12, 60",
        "1000, 60"
    })
    void waits_grow_up_to_an_hour(int failures, int minutes) {
        assertThat(BackOff.after(failures)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void who_guesses_as_fast_as_he_may_gets_no_twenty_guesses_in_any_hour() {
        Instant start = Instant.parse("2026-11-25T08:00:00Z");
        SignInGuard guard = new SignInGuard("x", start);
        int inTheFirstHour = 0;
        Instant now = start;
        while (now.isBefore(start.plus(Duration.ofHours(1)))) {
            guard.failed(now);
            inTheFirstHour++;
            now = now.plus(guard.wait(now)).plusMillis(1);
        }

        assertThat(inTheFirstHour).isBetween(BackOff.FREE, 20);
    }

    @Test
    void a_quiet_day_makes_the_guard_forget() {
        Instant start = Instant.parse("2026-11-25T08:00:00Z");
        SignInGuard guard = new SignInGuard("x", start);
        for (int i = 0; i < 8; i++) guard.failed(start);

        Instant later = start.plus(Duration.ofHours(25));
        guard.failed(later);

        assertThat(guard.wait(later)).isZero();
        assertThat(guard.left()).isEqualTo(4);
    }
}

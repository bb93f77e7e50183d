package dev.parley.web.socket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.routing.WaitRange;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("ROU-11")
class ToldWaitTest {
    @Test
    void whom_it_is_about_is_told_the_seconds() {
        assertThat(ToldWait.exact(range("PT1M0.9S", "PT2M0.001S")))
                .hasToString("{\"low\":60,\"high\":121,\"confidence\":80}");
    }

    @ParameterizedTest
    @Tag("WID-10")
    @CsvSource({
        "PT0S, PT0S, 0, 60",
        "PT59.9S, PT59.9S, 0, 60",
        "PT1M, PT1M, 60, 60",
        "PT1M59S, PT5M0.001S, 60, 360",
        "PT3M, PT6M, 180, 360"
    })
    void who_looks_on_is_told_minutes_around_it(String low, String high, int from, int to) {
        assertThat(ToldWait.inMinutes(range(low, high)))
                .hasToString("{\"low\":%d,\"high\":%d,\"confidence\":80}".formatted(from, to));
    }

    private static WaitRange range(String low, String high) {
        return new WaitRange(Duration.parse(low), Duration.parse(high));
    }
}

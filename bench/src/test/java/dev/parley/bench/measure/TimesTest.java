package dev.parley.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parley.bench.client.Json;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CON-16")
class TimesTest {

    @Test
    void percentiles_are_times_that_were_measured() {
        Times times = new Times(
                IntStream.rangeClosed(1, 100).mapToObj(Double::valueOf).toList());

        assertThat(times.percentile(50)).isEqualTo(50);
        assertThat(times.percentile(99)).isEqualTo(99);
        assertThatThrownBy(() -> Times.none().percentile(50)).hasMessage("nothing was measured");
    }

    @Test
    void a_frame_that_took_three_times_as_long_missed_two() {
        Times frames = Times.between(Json.read("[0, 16.7, 33.4, 83.4, 100]"));

        assertThat(frames.all()).hasSize(4);
        assertThat(frames.missedPercent(1000 / 60.0)).isCloseTo(100 * 2 / 6.0, within(0.01));
    }

    @Test
    void nothing_is_lost_when_rounds_are_put_together() {
        assertThat(new Times(List.of(3.0, 1.0)).and(new Times(List.of(2.0))).all())
                .containsExactly(1.0, 2.0, 3.0);
    }
}

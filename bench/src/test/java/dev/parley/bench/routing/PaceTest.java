package dev.parley.bench.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ROU-13")
class PaceTest {
    private final Pace pace = new Pace(10);

    @Test
    void nobody_comes_while_answers_are_slow_and_somebody_again_later() {
        assertThat(pace.bears()).isTrue();

        IntStream.range(0, 20).forEach(i -> pace.answered(2_000));

        assertThat(pace.bears()).isFalse();
        assertThat(pace.heldBack()).isEqualTo(1);
        assertThat(IntStream.range(0, 200).anyMatch(i -> pace.bears())).isTrue();
    }

    @Test
    void one_slow_answer_among_quick_ones_holds_nobody_back() {
        IntStream.range(0, 20).forEach(i -> pace.answered(10));
        pace.answered(2_000);

        assertThat(pace.bears()).isTrue();
    }

    @Test
    void it_begins_gently() {
        assertThat(pace.rate(1)).isBetween(1.0, 1.5);
    }
}

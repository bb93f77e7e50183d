package dev.parley.routing.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ROU-10")
class FiguresTest {
    private static List<Duration> upTo(int seconds) {
        return IntStream.rangeClosed(1, seconds).mapToObj(Duration::ofSeconds).toList();
    }

    @Test
    void the_middle_and_ninety_of_a_hundred_are_lengths_that_there_are() {
        assertThat(Figures.middle(upTo(4))).contains(Duration.ofSeconds(2));
        assertThat(Figures.middle(upTo(5))).contains(Duration.ofSeconds(3));
        assertThat(Figures.part(upTo(10), 90)).contains(Duration.ofSeconds(9));
        assertThat(Figures.part(upTo(11), 90)).contains(Duration.ofSeconds(10));
        assertThat(Figures.part(upTo(1), 90)).contains(Duration.ofSeconds(1));
        assertThat(Figures.middle(List.of())).isEmpty();
    }
}

package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ROU-3")
class DrainRunTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final DrainRun run = new DrainRun();

    @Test
    void many_wishes_during_a_round_are_one_more_round() {
        var rounds = new AtomicInteger();
        assertThat(run.wanted()).isTrue();

        run.through(() -> {
            if (rounds.incrementAndGet() == 1)
                for (int i = 0; i < 5; i++) assertThat(run.wanted()).isFalse();
        });

        assertThat(rounds).hasValue(2);
        assertThat(run.wanted()).isTrue();
    }

    @Test
    void the_later_end_counts_and_is_taken_once() {
        run.freed(1, NOON);
        run.freed(1, NOON.minusSeconds(5));

        assertThat(run.takeFreed()).isEqualTo(Map.of(1L, NOON));
        assertThat(run.takeFreed()).isEmpty();
    }

    @Test
    void a_department_moves_once_however_often_it_was_said() {
        run.moved(3);
        run.moved(3);

        assertThat(run.takeMoved()).containsExactly(3L);
        assertThat(run.takeMoved()).isEmpty();
    }
}

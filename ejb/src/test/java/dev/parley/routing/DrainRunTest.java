package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ROU-3")
class DrainRunTest {
    private final DrainRun run = new DrainRun();

    @Test
    void what_is_wanted_during_a_round_is_one_more() {
        var rounds = new AtomicInteger();
        assertThat(run.wanted()).isTrue();
        run.through(() -> {
            if (rounds.incrementAndGet() == 1) {
                assertThat(run.wanted()).isFalse();
                assertThat(run.wanted()).isFalse();
            }
        });
        assertThat(rounds).hasValue(2);
        assertThat(run.wanted()).isTrue();
    }

    @Test
    void a_round_that_breaks_does_not_keep_the_next_from_starting() {
        assertThat(run.wanted()).isTrue();
        assertThatThrownBy(() -> run.through(() -> {
                    throw new NoClassDefFoundError("gone with the old deployment");
                }))
                .isInstanceOf(NoClassDefFoundError.class);
        assertThat(run.wanted()).isTrue();
    }
}

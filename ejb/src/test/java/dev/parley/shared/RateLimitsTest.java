package dev.parley.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SEC-5")
class RateLimitsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final RateLimits limits = new RateLimits(nanos::get, false);

    @Test
    void one_too_many_is_refused_and_told_how_long_to_wait() {
        for (int i = 0; i < 20; i++) limits.take(Limit.MESSAGES, "ann");

        assertThatThrownBy(() -> limits.take(Limit.MESSAGES, "ann"))
                .isInstanceOfSatisfying(
                        RateLimited.class,
                        e -> assertThat(e.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4)));
        assertThatCode(() -> limits.take(Limit.MESSAGES, "bob"))
                .as("counted apart")
                .doesNotThrowAnyException();
        assertThatCode(() -> limits.take(Limit.CONVERSATIONS, "ann"))
                .as("counted apart")
                .doesNotThrowAnyException();
    }

    @Test
    void what_was_taken_comes_back_with_time() {
        for (int i = 0; i < 20; i++) limits.take(Limit.MESSAGES, "ann");

        nanos.addAndGet(Duration.ofSeconds(3).plusMillis(1).toNanos());

        assertThatCode(() -> limits.take(Limit.MESSAGES, "ann")).doesNotThrowAnyException();
        assertThatThrownBy(() -> limits.take(Limit.MESSAGES, "ann")).isInstanceOf(RateLimited.class);
    }

    @Test
    void a_look_takes_nothing() {
        for (int i = 0; i < 100; i++) limits.check(Limit.CONVERSATIONS, "ann");

        assertThatCode(() -> limits.take(Limit.CONVERSATIONS, "ann")).doesNotThrowAnyException();
    }

    @Test
    void a_million_addresses_cost_no_more_memory_than_a_few_and_the_busy_are_remembered() {
        for (int i = 0; i < 5; i++) limits.take(Limit.CONVERSATIONS, "busy");
        for (int i = 0; i < 100_000; i++) {
            limits.take(Limit.CONVERSATIONS, "address " + i);
            if (i % 1000 == 0)
                assertThatThrownBy(() -> limits.take(Limit.CONVERSATIONS, "busy"))
                        .isInstanceOf(RateLimited.class);
        }

        assertThat(limits.remembered(Limit.CONVERSATIONS)).isLessThanOrEqualTo(20_000);
    }

    @Test
    @Tag("OPS-1")
    void whoever_is_counted_can_be_told_how_it_stands() {
        RateLimits.Standing first = limits.count(Limit.CONVERSATIONS, "ann");
        for (int i = 0; i < 4; i++) limits.count(Limit.CONVERSATIONS, "ann");
        RateLimits.Standing over = limits.count(Limit.CONVERSATIONS, "ann");

        assertThat(first.limit()).isEqualTo(5);
        assertThat(first.left()).isEqualTo(4);
        assertThat(first.full()).isBetween(Duration.ofMinutes(11), Duration.ofMinutes(13));
        assertThatCode(first::require).doesNotThrowAnyException();
        assertThat(over.left()).isZero();
        assertThat(over.full()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
        assertThatThrownBy(over::require)
                .isInstanceOfSatisfying(
                        RateLimited.class,
                        e -> assertThat(e.retryAfter()).isBetween(Duration.ofMinutes(11), Duration.ofMinutes(13)));
    }

    @Test
    void a_demo_may_lift_them() {
        RateLimits lifted = new RateLimits(nanos::get, true);

        for (int i = 0; i < 1000; i++) lifted.take(Limit.CONVERSATIONS, "ann");
    }
}

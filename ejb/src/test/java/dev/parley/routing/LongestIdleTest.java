package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ROU-3")
class LongestIdleTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final AssignmentPolicy policy = new LongestIdle();

    private static Candidate agent(long key, int inHand, int offered, int idleSeconds) {
        return new Candidate(key, 4, inHand, offered, NOON.minusSeconds(idleSeconds), 0, null);
    }

    private long chosen(Candidate... candidates) {
        return policy.choose(List.of(candidates)).get(0).accountId();
    }

    @Test
    void nobody_of_nobody() {
        assertThat(policy.choose(List.of())).isEmpty();
    }

    @Test
    void the_longer_idle_comes_first() {
        assertThat(chosen(agent(1, 0, 0, 10), agent(2, 0, 0, 20))).isEqualTo(2);
    }

    @Test
    void who_has_something_in_hand_is_not_idle() {
        assertThat(chosen(agent(1, 1, 0, 1000), agent(2, 0, 0, 1))).isEqualTo(2);
    }

    @Test
    void who_is_being_asked_is_not_idle() {
        assertThat(chosen(agent(1, 0, 1, 1000), agent(2, 0, 0, 1))).isEqualTo(2);
    }

    @Test
    void among_the_working_the_longest_without_anything_new() {
        assertThat(chosen(agent(1, 1, 0, 10), agent(2, 3, 0, 20))).isEqualTo(2);
    }

    @Test
    void equals_are_taken_by_account_whatever_the_order() {
        assertThat(chosen(agent(7, 0, 0, 10), agent(3, 0, 0, 10))).isEqualTo(3);
        assertThat(chosen(agent(3, 0, 0, 10), agent(7, 0, 0, 10))).isEqualTo(3);
    }
}

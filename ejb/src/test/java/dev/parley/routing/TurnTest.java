package dev.parley.routing;

import static dev.parley.routing.Decision.Exclusion.AT_CAPACITY;
import static dev.parley.routing.Decision.Exclusion.HAD_IT;
import static dev.parley.routing.Decision.Exclusion.PAUSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.routing.Decision.Exclusion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose turn it is, as a table: three agents, what each holds and refused, who is chosen and why not the others. */
@Tag("ROU-2")
@Tag("ROU-4")
class TurnTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Integer NEVER = null;

    private final Turn turn = new Turn(new LongestIdle(), Duration.ofSeconds(30));

    /** The agent has been idle for {@code 100 - key} seconds: the lower key comes first where all else is equal. */
    private static Candidate agent(long key, int load, int capacity, int refusals, Integer secondsAgo) {
        Instant last = secondsAgo == null ? null : NOON.minusSeconds(secondsAgo);
        return new Candidate(key, capacity, load, 0, NOON.minusSeconds(100 - key), refusals, last);
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                row("nobody there", List.of(), null, Map.of()),
                row("all free", List.of(free(1), free(2)), 1L, Map.of()),
                row("first is full", List.of(full(1), free(2)), 2L, Map.of(1L, AT_CAPACITY)),
                row("all full", List.of(full(1), full(2)), null, Map.of(1L, AT_CAPACITY, 2L, AT_CAPACITY)),
                row("no capacity at all", List.of(agent(1, 0, 0, 0, NEVER)), null, Map.of(1L, AT_CAPACITY)),
                row("first declined", List.of(refused(1, 1, 5), free(2)), 2L, Map.of(1L, HAD_IT)),
                row("first declined long ago", List.of(refused(1, 1, 500), free(2)), 2L, Map.of(1L, HAD_IT)),
                row(
                        "all declined just now",
                        List.of(refused(1, 1, 9), refused(2, 1, 5)),
                        null,
                        Map.of(1L, PAUSE, 2L, PAUSE)),
                row("a new round after the pause", List.of(refused(1, 1, 40), refused(2, 1, 5)), 1L, Map.of(2L, PAUSE)),
                row("the pause ends to the second", List.of(refused(1, 1, 30)), 1L, Map.of()),
                row("one second before", List.of(refused(1, 1, 29)), null, Map.of(1L, PAUSE)),
                row(
                        "the second round goes round too",
                        List.of(refused(1, 2, 40), refused(2, 1, 70)),
                        2L,
                        Map.of(1L, HAD_IT)),
                row(
                        "a full one does not hold up the round",
                        List.of(refused(1, 1, 40), full(2)),
                        1L,
                        Map.of(2L, AT_CAPACITY)),
                row("alone and refused", List.of(refused(1, 3, 31)), 1L, Map.of()));
    }

    private static Arguments row(String name, List<Candidate> candidates, Long chosen, Map<Long, Exclusion> excluded) {
        return Arguments.of(name, candidates, chosen, excluded);
    }

    private static Candidate free(long key) {
        return agent(key, 0, 4, 0, NEVER);
    }

    private static Candidate full(long key) {
        return agent(key, 4, 4, 0, NEVER);
    }

    private static Candidate refused(long key, int times, int secondsAgo) {
        return agent(key, 0, 4, times, secondsAgo);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decides(String name, List<Candidate> candidates, Long chosen, Map<Long, Exclusion> excluded) {
        Decision decision = turn.decide(candidates, NOON);

        assertThat(decision.chosen()).isEqualTo(chosen == null ? List.of() : List.of(chosen));
        assertThat(decision.excluded()).isEqualTo(excluded);
    }
}

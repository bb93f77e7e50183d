package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.shared.Invalid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom each strategy asks, as a table. */
@Tag("ROU-1")
class StrategiesTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private static Candidate agent(long key, int capacity, int inHand, int offered, int idleSeconds, long lastTurn) {
        return new Candidate(
                key, capacity, inHand, offered, NOON.minusSeconds(idleSeconds), 0, null, lastTurn, Abilities.NONE);
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                row(
                        "the smaller part of the capacity",
                        Strategy.LEAST_LOADED,
                        List.of(agent(1, 2, 1, 0, 9, 0), agent(2, 10, 2, 0, 1, 0)),
                        2L),
                row(
                        "offers count like conversations",
                        Strategy.LEAST_LOADED,
                        List.of(agent(1, 4, 0, 2, 9, 0), agent(2, 4, 1, 0, 1, 0)),
                        2L),
                row(
                        "equal parts: who has less in hand",
                        Strategy.LEAST_LOADED,
                        List.of(agent(1, 8, 4, 0, 9, 0), agent(2, 2, 1, 0, 1, 0)),
                        2L),
                row(
                        "nothing in hand: the longer idle",
                        Strategy.LEAST_LOADED,
                        List.of(agent(1, 4, 0, 0, 5, 0), agent(2, 4, 0, 0, 9, 0)),
                        2L),
                row(
                        "who never had a turn",
                        Strategy.ROUND_ROBIN,
                        List.of(agent(1, 4, 0, 0, 99, 7), agent(2, 4, 3, 0, 1, 0)),
                        2L),
                row(
                        "whose turn is longest ago, however idle",
                        Strategy.ROUND_ROBIN,
                        List.of(agent(1, 4, 0, 0, 99, 9), agent(2, 4, 3, 0, 1, 8)),
                        2L),
                row(
                        "everybody, the longest idle first",
                        Strategy.RING_ALL,
                        List.of(agent(1, 4, 0, 0, 5, 0), agent(2, 4, 1, 0, 9, 0), agent(3, 4, 0, 0, 7, 0)),
                        3L,
                        1L,
                        2L),
                row("nobody", Strategy.MANUAL, List.of(agent(1, 4, 0, 0, 5, 0))));
    }

    private static Arguments row(String name, Strategy strategy, List<Candidate> eligible, Long... chosen) {
        return Arguments.of(name, strategy, eligible, List.of(chosen));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("cases")
    void asks(String name, Strategy strategy, List<Candidate> eligible, List<Long> chosen) {
        List<Candidate> turned = new ArrayList<>(eligible);
        Collections.reverse(turned);

        for (List<Candidate> order : List.of(eligible, turned)) {
            assertThat(strategy.policy().choose(order))
                    .extracting(Candidate::accountId)
                    .containsExactlyElementsOf(chosen);
        }
    }

    @Test
    void a_round_robin_is_fair_over_time_whoever_comes_and_goes() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        Map<Long, Long> lastTurn = new HashMap<>();
        Map<Long, Integer> turns = new HashMap<>();
        for (long turn = 1; turn <= 1_000; turn++) {
            List<Candidate> eligible = new ArrayList<>();
            for (long key = 1; key <= 5; key++) {
                // the fifth is away every second time
                if (key < 5 || random.nextBoolean())
                    eligible.add(agent(key, 4, 0, 0, 1, lastTurn.getOrDefault(key, 0L)));
            }
            long chosen = Strategy.ROUND_ROBIN.policy().choose(eligible).get(0).accountId();
            lastTurn.put(chosen, turn);
            turns.merge(chosen, 1, Integer::sum);
        }
        for (long key = 1; key < 4; key++) {
            assertThat(turns.get(key)).as("seed %s", seed).isCloseTo(turns.get(key + 1), within(1));
        }
        assertThat(turns.get(5L))
                .as("nobody who is often away has more, seed %s", seed)
                .isLessThan(turns.get(1L));
    }

    private static org.assertj.core.data.Offset<Integer> within(int most) {
        return org.assertj.core.api.Assertions.within(most);
    }

    @Test
    void a_ring_has_an_end() {
        List<Candidate> many = new ArrayList<>();
        for (int i = 0; i < 150; i++) many.add(agent(i, 4, 0, 0, i, 0));

        assertThat(Strategy.RING_ALL.policy().choose(many)).hasSize(RingAll.MOST);
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void has_a_name_that_leads_back_to_it(Strategy strategy) {
        assertThat(Strategy.of(strategy.wire())).isEqualTo(strategy);
    }

    @Test
    void no_other_name_is_a_strategy() {
        assertThatThrownBy(() -> Strategy.of("best")).isInstanceOf(Invalid.class);
    }
}

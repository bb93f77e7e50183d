package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.routing.Choosing.Chosen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several choices at one moment are those that one after the other would give. */
@Tag("ROU-3")
class ChoosingTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final long DEPARTMENT = 7;

    private record Waits(long id, RoutingRules rules) implements InQueue {
        @Override
        public long departmentId() {
            return DEPARTMENT;
        }

        @Override
        public SkillSet skills() {
            return SkillSet.NONE;
        }

        @Override
        public String language() {
            return null;
        }

        @Override
        public Instant waitingSince() {
            return NOON.minusSeconds(60);
        }
    }

    /** Turns and refusals as given; everybody is a member. */
    private record Known(Set<Long> agents, Map<Long, Long> turns, Map<List<Long>, Refusals> refused)
            implements Background {
        @Override
        public Set<Long> members(long departmentId) {
            return agents;
        }

        @Override
        public Refusals refusals(long conversationId, long accountId) {
            return refused.getOrDefault(List.of(conversationId, accountId), Refusals.NONE);
        }

        @Override
        public long lastTurn(long departmentId, long accountId) {
            return turns.getOrDefault(accountId, 0L);
        }

        @Override
        public Long lastAgent(long conversationId) {
            return null;
        }
    }

    private static Candidate free(long key, int capacity) {
        return new Candidate(key, capacity, 0, 0, NOON.minusSeconds(100 - key), 0, null);
    }

    private static List<Waits> line(int length, Strategy strategy) {
        RoutingRules rules = RoutingRules.of(strategy.wire(), null, null, null, null, null);
        return LongStream.rangeClosed(1, length)
                .mapToObj(id -> new Waits(id, rules))
                .toList();
    }

    @Test
    void each_takes_a_place_and_a_turn() {
        Map<Long, Candidate> present = Map.of(1L, free(1, 2), 2L, free(2, 1), 3L, free(3, 5));
        var known = new Known(present.keySet(), Map.of(1L, 8L, 2L, 9L, 3L, 10L), Map.of());
        List<Chosen<Waits>> chosen = Choosing.several(line(9, Strategy.ROUND_ROBIN), present, known, NOON, 6);
        assertThat(chosen.stream().map(one -> one.conversation().id())).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(chosen.stream().flatMap(one -> one.agents().stream())).containsExactly(1L, 2L, 3L, 1L, 3L, 3L);
    }

    /** The second is kept back for who had it less often, until that one is full. */
    @Test
    void an_earlier_one_that_can_be_asked_about_now_comes_before_a_later() {
        Map<Long, Candidate> present = Map.of(1L, free(1, 1), 2L, free(2, 2));
        var resting = new Refusals(1, NOON.minusSeconds(1));
        var refused = Map.of(List.of(1L, 1L), resting, List.of(1L, 2L), new Refusals(2, NOON.minusSeconds(90)));
        var known = new Known(present.keySet(), Map.of(), refused);
        List<Chosen<Waits>> chosen = Choosing.several(line(3, Strategy.LONGEST_IDLE), present, known, NOON, 9);
        assertThat(chosen.stream().map(one -> one.conversation().id())).containsExactly(2L, 1L, 3L);
        assertThat(chosen.stream().flatMap(one -> one.agents().stream())).containsExactly(1L, 2L, 2L);
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void it_is_as_if_each_was_offered_before_the_next_is_looked_for(Strategy strategy) {
        for (int seed = 0; seed < 200; seed++) {
            var chance = new Random(seed);
            var present = new HashMap<Long, Candidate>();
            for (long agent = 1; agent <= 5; agent++) present.put(agent, free(agent, chance.nextInt(4)));
            var turns = new HashMap<Long, Long>();
            present.keySet().forEach(agent -> turns.put(agent, chance.nextLong(20)));
            var refused = new HashMap<List<Long>, Refusals>();
            List<Waits> line = line(12, strategy);
            for (Waits one : line) {
                for (long agent : present.keySet()) {
                    if (chance.nextInt(3) == 0) {
                        refused.put(
                                List.of(one.id(), agent),
                                new Refusals(1 + chance.nextInt(2), NOON.minusSeconds(chance.nextInt(90))));
                    }
                }
            }
            assertThat(asked(Choosing.several(
                            line, present, new Known(present.keySet(), turns, refused), NOON, line.size())))
                    .isEqualTo(oneByOne(line, present, turns, refused));
        }
    }

    private static List<List<Long>> asked(List<Chosen<Waits>> chosen) {
        return chosen.stream().map(ChoosingTest::asked).toList();
    }

    private static List<Long> asked(Chosen<Waits> one) {
        List<Long> said = new ArrayList<>(List.of(one.conversation().id()));
        said.addAll(one.agents());
        return said;
    }

    /** As the database would have it after each. */
    private static List<List<Long>> oneByOne(
            List<Waits> line, Map<Long, Candidate> present, Map<Long, Long> turns, Map<List<Long>, Refusals> refused) {
        var left = new ArrayList<>(line);
        var agents = new HashMap<>(present);
        var taken = new HashMap<>(turns);
        List<List<Long>> said = new ArrayList<>();
        for (long turn = 100; ; turn++) {
            var known = new Known(agents.keySet(), taken, refused);
            var next = Choosing.first(left, agents, known, NOON);
            if (next.isEmpty()) return said;
            said.add(asked(next.get()));
            left.remove(next.get().conversation());
            for (long agent : next.get().agents()) {
                Candidate was = agents.get(agent);
                agents.put(agent, new Candidate(agent, was.capacity(), 0, was.offered() + 1, was.idleSince(), 0, null));
                taken.put(agent, turn);
            }
        }
    }
}

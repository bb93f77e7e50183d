package dev.parley.routing;

import static dev.parley.routing.Decision.Exclusion.AT_CAPACITY;
import static dev.parley.routing.Decision.Exclusion.HAD_IT;
import static dev.parley.routing.Decision.Exclusion.LAST_AGENT_FIRST;
import static dev.parley.routing.Decision.Exclusion.NO_LANGUAGE;
import static dev.parley.routing.Decision.Exclusion.NO_SKILL;
import static dev.parley.routing.Decision.Exclusion.PAUSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.routing.Decision.Exclusion;
import dev.parley.routing.Decision.Nobody;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may be asked where not anybody will do, as a table. The lower key has been idle longer. */
class DemandTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Demand BILLING = new Demand(new SkillSet(Map.of("billing", 3)), null, null);
    private static final Demand GERMAN = new Demand(SkillSet.NONE, "de-AT", null);
    private static final Demand SECOND_FIRST = new Demand(SkillSet.NONE, null, 2L);

    private final Turn turn = new Turn(new LongestIdle(), Duration.ofSeconds(30));

    private static Candidate agent(long key, int load, int refusals, int billing, String language) {
        var skills = billing == 0 ? SkillSet.NONE : new SkillSet(Map.of("billing", billing));
        var languages = language == null ? Set.<String>of() : Set.of(language);
        return new Candidate(
                key,
                4,
                load,
                0,
                NOON.minusSeconds(100 - key),
                refusals,
                refusals == 0 ? null : NOON.minusSeconds(5),
                0,
                new Abilities(skills, languages));
    }

    private static Candidate free(long key) {
        return agent(key, 0, 0, 0, null);
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                row(
                        "who has the level",
                        BILLING,
                        List.of(agent(1, 0, 0, 2, null), agent(2, 0, 0, 3, null)),
                        2L,
                        Map.of(1L, NO_SKILL),
                        null),
                row("nobody has it", BILLING, List.of(free(1)), null, Map.of(1L, NO_SKILL), Nobody.NO_SKILL),
                row(
                        "who has it is full",
                        BILLING,
                        List.of(free(1), agent(2, 4, 0, 5, null)),
                        null,
                        Map.of(1L, NO_SKILL, 2L, AT_CAPACITY),
                        Nobody.AT_CAPACITY),
                row(
                        "who lacks it does not hold up the round",
                        BILLING,
                        List.of(free(1), agent(2, 0, 1, 5, null)),
                        null,
                        Map.of(1L, NO_SKILL, 2L, PAUSE),
                        Nobody.PAUSE),
                row(
                        "who speaks it",
                        GERMAN,
                        List.of(agent(1, 0, 0, 0, "en"), agent(2, 0, 0, 0, "de")),
                        2L,
                        Map.of(1L, NO_LANGUAGE),
                        null),
                row("who never said", GERMAN, List.of(free(1)), 1L, Map.of(), null),
                row(
                        "nobody speaks it",
                        GERMAN,
                        List.of(agent(1, 0, 0, 0, "en")),
                        null,
                        Map.of(1L, NO_LANGUAGE),
                        Nobody.NO_LANGUAGE),
                row(
                        "the agent of the last time",
                        SECOND_FIRST,
                        List.of(free(1), free(2)),
                        2L,
                        Map.of(1L, LAST_AGENT_FIRST),
                        null),
                row(
                        "is waited for while full",
                        SECOND_FIRST,
                        List.of(free(1), agent(2, 4, 0, 0, null)),
                        null,
                        Map.of(1L, LAST_AGENT_FIRST, 2L, AT_CAPACITY),
                        Nobody.LAST_AGENT_FIRST),
                row("is not waited for while away", SECOND_FIRST, List.of(free(1), free(3)), 1L, Map.of(), null),
                row("refused", SECOND_FIRST, List.of(free(1), agent(2, 0, 1, 0, null)), 1L, Map.of(2L, HAD_IT), null),
                row("nobody there", SECOND_FIRST, List.of(), null, Map.of(), Nobody.NOBODY_AVAILABLE));
    }

    private static Arguments row(
            String name,
            Demand demand,
            List<Candidate> candidates,
            Long chosen,
            Map<Long, Exclusion> excluded,
            Nobody nobody) {
        return Arguments.of(name, demand, candidates, chosen, excluded, nobody);
    }

    @Tag("ROU-1")
    @Tag("ROU-6")
    @Tag("ROU-10")
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decides(
            String name,
            Demand demand,
            List<Candidate> candidates,
            Long chosen,
            Map<Long, Exclusion> excluded,
            Nobody nobody) {
        Decision decision = turn.decide(demand, candidates, NOON);

        assertThat(decision.chosen()).isEqualTo(chosen == null ? List.of() : List.of(chosen));
        assertThat(decision.excluded()).isEqualTo(excluded);
        assertThat(decision.nobody().orElse(null)).isEqualTo(nobody);
    }
}

package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.shared.Invalid;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked for as the wait goes on, and what an administrator may write. */
class RoutingRulesTest {
    private static final SkillSet BILLING = new SkillSet(Map.of("billing", 3));

    private static RoutingRules rules(Integer skills, Integer language, Integer lastAgent) {
        return RoutingRules.of("longest-idle", null, null, skills, language, lastAgent);
    }

    @Tag("ROU-1")
    @Tag("ROU-6")
    @ParameterizedTest(name = "after {0} ms: skills {1}, language {2}, last agent {3}")
    @CsvSource({
        "0,true,true,true",
        "9999,true,true,true",
        "10000,true,true,false",
        "29999,true,true,false",
        "30000,false,true,false",
        "59999,false,true,false",
        "60000,false,false,false"
    })
    void relaxes_skills_first_then_the_language(long waited, boolean skills, boolean language, boolean lastAgent) {
        Demand demand = rules(30, 60, 10).demand(BILLING, "de", 7L, Duration.ofMillis(waited));

        assertThat(demand.skills()).isEqualTo(skills ? BILLING : SkillSet.NONE);
        assertThat(demand.language()).isEqualTo(language ? "de" : null);
        assertThat(demand.lastAgent()).isEqualTo(lastAgent ? 7L : null);
    }

    @Test
    void what_is_not_said_is_the_standard() {
        assertThat(RoutingRules.of("longest-idle", null, null, null, null, null))
                .isEqualTo(RoutingRules.STANDARD);
        assertThat(RoutingRules.of(null, 99, 9, 9, 9, 9)).isEqualTo(RoutingRules.STANDARD);
        assertThat(RoutingRules.STANDARD.offerTime()).isEqualTo(Duration.ofSeconds(30));
        assertThat(RoutingRules.STANDARD.missedOffers()).isEqualTo(3);
    }

    @Test
    void the_language_is_never_relaxed_before_the_skills() {
        assertThat(rules(600, null, null).relaxLanguage()).isEqualTo(Duration.ofSeconds(600));
        assertThat(rules(null, null, null).relaxLanguage()).isEqualTo(Duration.ofSeconds(120));
        assertThatThrownBy(() -> draft(30, 3, 60, 59, 0).rules()).isInstanceOf(Invalid.class);
    }

    @Tag("ROU-4")
    @ParameterizedTest
    @CsvSource({
        "5,1,0,0,0,true",
        "600,20,86400,86400,600,true",
        "4,3,0,0,0,false",
        "601,3,0,0,0,false",
        "30,0,0,0,0,false",
        "30,21,0,0,0,false",
        "30,3,-1,0,0,false",
        "30,3,0,86401,0,false",
        "30,3,0,0,601,false"
    })
    void each_figure_has_its_bounds(int offer, int missed, int skills, int language, int last, boolean good) {
        if (good)
            assertThat(draft(offer, missed, skills, language, last).rules()).isNotNull();
        else
            assertThatThrownBy(() -> draft(offer, missed, skills, language, last))
                    .isInstanceOf(Invalid.class);
    }

    private static RoutingDraft draft(int offer, int missed, int skills, int language, int last) {
        return new RoutingDraft(Strategy.RING_ALL, offer, missed, skills, language, last, SkillSet.NONE, null);
    }
}

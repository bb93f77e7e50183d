package dev.parley.routing;

import dev.parley.db.Settings;
import java.time.Duration;

/**
 * How a department routes.
 *
 * @param offerTime how long an offer stands; so long a conversation rests, too, after everybody refused it
 * @param missedOffers after so many unanswered offers in a row an agent is set away
 * @param relaxSkills after so long a wait the required skills no longer count
 * @param relaxLanguage after so long a wait the language no longer counts; not less than {@code relaxSkills}
 * @param lastAgent so long a returning visitor is kept for the agent of the last time, if that agent is reachable; zero: not at all
 */
public record RoutingRules(
        Strategy strategy,
        Duration offerTime,
        int missedOffers,
        Duration relaxSkills,
        Duration relaxLanguage,
        Duration lastAgent) {
    /** What holds where a department says nothing. {@code PARLEY_OFFER_SECONDS}, 30 unless told otherwise, is the offer's time. */
    public static final RoutingRules STANDARD = new RoutingRules(
            Strategy.LONGEST_IDLE,
            Duration.ofSeconds(Settings.number("PARLEY_OFFER_SECONDS", 30)),
            3,
            Duration.ofSeconds(60),
            Duration.ofSeconds(120),
            Duration.ofSeconds(20));

    /** A department's own where it has them; null is the standard. */
    public static RoutingRules of(
            String strategy,
            Integer offerSeconds,
            Integer missedOffers,
            Integer relaxSkillsSeconds,
            Integer relaxLanguageSeconds,
            Integer lastAgentSeconds) {
        if (strategy == null) return STANDARD;
        Duration relaxSkills = seconds(relaxSkillsSeconds, STANDARD.relaxSkills);
        // where only the skills' time is said, the language's is no shorter
        Duration later = relaxSkills.compareTo(STANDARD.relaxLanguage) > 0 ? relaxSkills : STANDARD.relaxLanguage;
        return new RoutingRules(
                Strategy.of(strategy),
                seconds(offerSeconds, STANDARD.offerTime),
                missedOffers == null ? STANDARD.missedOffers : missedOffers,
                relaxSkills,
                seconds(relaxLanguageSeconds, later),
                seconds(lastAgentSeconds, STANDARD.lastAgent));
    }

    private static Duration seconds(Integer own, Duration standard) {
        return own == null ? standard : Duration.ofSeconds(own);
    }

    Turn turn() {
        return new Turn(strategy.policy(), offerTime);
    }

    /** Whether the agent of the last time still comes first. */
    public boolean keepsForLastAgent(Duration waited) {
        return waited.compareTo(lastAgent) < 0;
    }

    /** What is still asked for after so long a wait. */
    Demand demand(SkillSet skills, String language, Long agentOfLastTime, Duration waited) {
        return new Demand(
                waited.compareTo(relaxSkills) < 0 ? skills : SkillSet.NONE,
                waited.compareTo(relaxLanguage) < 0 ? language : null,
                keepsForLastAgent(waited) ? agentOfLastTime : null);
    }
}

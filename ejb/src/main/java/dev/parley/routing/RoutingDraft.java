package dev.parley.routing;

import dev.parley.shared.Invalid;
import java.io.Serializable;

/**
 * How a department shall route, as an administrator writes it. A figure that is null is the standard.
 *
 * @param strategy null is {@link Strategy#LONGEST_IDLE}
 * @param offerSeconds 5 to 600
 * @param missedOffers 1 to 20
 * @param relaxSkillsSeconds 0 to 86,400; 0: skills never count
 * @param relaxLanguageSeconds 0 to 86,400, and not less than the skills'
 * @param lastAgentSeconds 0 to 600; 0: a returning visitor is kept for nobody
 * @param skills what the department's conversations require
 * @param language of its conversations where the visitor's is none that the site speaks, or null
 */
public record RoutingDraft(
        Strategy strategy,
        Integer offerSeconds,
        Integer missedOffers,
        Integer relaxSkillsSeconds,
        Integer relaxLanguageSeconds,
        Integer lastAgentSeconds,
        SkillSet skills,
        String language)
        implements Serializable {
    private static final int A_DAY = 86_400;

    /** Of a department for which nobody wrote anything. */
    public static final RoutingDraft STANDARD =
            new RoutingDraft(Strategy.LONGEST_IDLE, null, null, null, null, null, SkillSet.NONE, null);

    /** @throws Invalid for a figure outside its bounds, or a language that is none */
    public RoutingDraft {
        if (strategy == null) strategy = Strategy.LONGEST_IDLE;
        within("offerSeconds", offerSeconds, 5, 600);
        within("missedOffers", missedOffers, 1, 20);
        within("relaxSkillsSeconds", relaxSkillsSeconds, 0, A_DAY);
        within("relaxLanguageSeconds", relaxLanguageSeconds, 0, A_DAY);
        within("lastAgentSeconds", lastAgentSeconds, 0, 600);
        language = SpokenLanguage.checked(language);
    }

    private static void within(String name, Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw new Invalid("'" + name + "' is " + least + " to " + most + ".");
        }
    }

    /** What holds then, the standard put in. @throws Invalid if the language would be relaxed before the skills */
    public RoutingRules rules() {
        RoutingRules rules = RoutingRules.of(
                strategy.wire(),
                offerSeconds,
                missedOffers,
                relaxSkillsSeconds,
                relaxLanguageSeconds,
                lastAgentSeconds);
        if (rules.relaxLanguage().compareTo(rules.relaxSkills()) < 0) {
            throw new Invalid("Skills are relaxed before the language, or together with it.");
        }
        return rules;
    }
}

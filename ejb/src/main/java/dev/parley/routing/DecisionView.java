package dev.parley.routing;

import dev.parley.routing.OfferView.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A decision about a waiting conversation as colleagues see it: why this agent, or why nobody.
 *
 * @param at when
 * @param waited how long it had waited by then
 * @param policy the strategy it was made by
 * @param reason why nobody was asked, a code of {@link Decision.Nobody}, or why it went on, one of {@link OverflowReason}; null where
 *     somebody was asked
 * @param onTo the department to which it went on, or null
 * @param skills still asked for then
 * @param language still asked for then, or null
 * @param candidates the department's reachable agents, those whose turn it was first, then those who were excluded
 * @param absent the department's others, at most 50
 * @param omitted candidates beyond the hundred that are kept
 */
public record DecisionView(
        Instant at,
        Duration waited,
        String policy,
        String reason,
        Named onTo,
        SkillSet skills,
        String language,
        List<CandidateLine> candidates,
        List<AbsentLine> absent,
        int omitted) {
    /**
     * A candidate and what was thought of it.
     *
     * @param chosen whether asked
     * @param rank 1 is first, 0 for whoever is excluded
     * @param score what the strategy goes by: seconds idle, percent of the capacity in use, or the number of the last turn
     * @param idle how long nothing new had come
     * @param refusals how often the agent had refused it by then
     * @param excluded a code of {@link Decision.Exclusion}, or null
     * @param outcome of the offer, or null while it stands and for whoever was not asked
     */
    public record CandidateLine(
            Named agent,
            boolean chosen,
            int rank,
            long score,
            int inHand,
            int offered,
            int capacity,
            Duration idle,
            int refusals,
            String excluded,
            String outcome) {}

    /** @param reason as in {@link Absence} */
    public record AbsentLine(Named agent, String reason) {}
}

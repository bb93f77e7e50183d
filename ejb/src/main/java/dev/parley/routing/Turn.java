package dev.parley.routing;

import dev.parley.routing.Decision.Exclusion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose turn it is, whatever the policy: nobody over capacity; who declined or missed a conversation gets it again only when every other
 * who can take it had it as often, and then after a pause.
 *
 * @param policy chooses among those whose turn it is
 * @param pause between two offers of one conversation to one agent
 */
public record Turn(AssignmentPolicy policy, Duration pause) {
    /** @param candidates the reachable agents of the conversation's department */
    public Decision decide(List<Candidate> candidates, Instant now) {
        Map<Long, Exclusion> excluded = new HashMap<>();
        int round = candidates.stream()
                .filter(candidate -> !candidate.full())
                .mapToInt(Candidate::refusals)
                .min()
                .orElse(0);
        List<Candidate> eligible = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Exclusion reason = exclusion(candidate, round, now);
            if (reason == null) eligible.add(candidate);
            else excluded.put(candidate.accountId(), reason);
        }
        return new Decision(policy.name(), policy.choose(eligible).map(Candidate::accountId), excluded);
    }

    private Exclusion exclusion(Candidate candidate, int round, Instant now) {
        if (candidate.full()) return Exclusion.AT_CAPACITY;
        if (candidate.refusals() > round) return Exclusion.HAD_IT;
        boolean resting = candidate.lastRefusal() != null
                && now.isBefore(candidate.lastRefusal().plus(pause));
        return resting ? Exclusion.PAUSE : null;
    }
}

package dev.parley.routing;

import dev.parley.routing.Decision.Considered;
import dev.parley.routing.Decision.Exclusion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose turn it is, whatever the policy: nobody who lacks what is asked for, nobody over capacity; who declined or missed a conversation
 * gets it again only when every other who can take it had it as often, and then after a pause. An agent for whom it is kept comes before
 * all others, as long as that agent did not refuse it.
 *
 * @param policy chooses among those whose turn it is
 * @param pause between two offers of one conversation to one agent
 */
public record Turn(AssignmentPolicy policy, Duration pause) {
    /** As {@link #decide(Demand, List, Instant)}, where anybody will do. */
    public Decision decide(List<Candidate> candidates, Instant now) {
        return decide(Demand.NONE, candidates, now);
    }

    /** @param candidates the reachable agents of the department */
    public Decision decide(Demand demand, List<Candidate> candidates, Instant now) {
        int round = candidates.stream()
                .filter(candidate -> missing(demand, candidate) == null && !candidate.full())
                .mapToInt(Candidate::refusals)
                .min()
                .orElse(0);
        Map<Candidate, Exclusion> excluded = new LinkedHashMap<>();
        List<Candidate> eligible = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Exclusion reason = exclusion(demand, candidate, round, now);
            if (reason == null) eligible.add(candidate);
            else excluded.put(candidate, reason);
        }
        keep(demand, eligible, excluded);
        List<Candidate> ranked = eligible.stream().sorted(policy.order()).toList();
        return decision(demand, ranked, excluded, now);
    }

    private Exclusion exclusion(Demand demand, Candidate candidate, int round, Instant now) {
        Exclusion missing = missing(demand, candidate);
        if (missing != null) return missing;
        if (candidate.full()) return Exclusion.AT_CAPACITY;
        if (candidate.refusals() > round) return Exclusion.HAD_IT;
        boolean resting = candidate.lastRefusal() != null
                && now.isBefore(candidate.lastRefusal().plus(pause));
        return resting ? Exclusion.PAUSE : null;
    }

    private static Exclusion missing(Demand demand, Candidate candidate) {
        if (!candidate.abilities().skills().cover(demand.skills())) return Exclusion.NO_SKILL;
        return candidate.abilities().speak(demand.language()) ? null : Exclusion.NO_LANGUAGE;
    }

    /** For an agent who is reachable but has no room it waits, too: the time for that is short. */
    private static void keep(Demand demand, List<Candidate> eligible, Map<Candidate, Exclusion> excluded) {
        if (demand.lastAgent() == null) return;
        long last = demand.lastAgent();
        boolean free = eligible.stream().anyMatch(candidate -> candidate.accountId() == last);
        boolean busy = excluded.entrySet().stream()
                .anyMatch(one -> one.getKey().accountId() == last && one.getValue() == Exclusion.AT_CAPACITY);
        if (!free && !busy) return;
        eligible.removeIf(candidate -> {
            if (candidate.accountId() == last) return false;
            excluded.put(candidate, Exclusion.LAST_AGENT_FIRST);
            return true;
        });
    }

    private Decision decision(Demand demand, List<Candidate> ranked, Map<Candidate, Exclusion> excluded, Instant now) {
        List<Considered> considered = new ArrayList<>();
        for (Candidate candidate : ranked) {
            considered.add(new Considered(candidate, policy.score(candidate, now), considered.size() + 1, null));
        }
        excluded.forEach((candidate, reason) ->
                considered.add(new Considered(candidate, policy.score(candidate, now), 0, reason)));
        List<Long> chosen =
                ranked.stream().limit(policy.atOnce()).map(Candidate::accountId).toList();
        return new Decision(policy.name(), demand, chosen, considered);
    }
}

package dev.parley.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The choice itself: which of those who wait goes to whom. Pure, so the desk and a replay of a past day choose by the same words. */
public final class Choosing {
    private Choosing() {}

    /** What waits and whom to ask about it: one agent, or many at once. */
    public record Chosen<T extends InQueue>(T conversation, Decision decision) {
        /** Keys, the first first. */
        public List<Long> agents() {
            return decision.chosen();
        }
    }

    /**
     * The first that somebody can be asked about.
     *
     * @param line in the order in which it is served
     * @param present the reachable agents by key, as candidates who refused nothing yet
     */
    public static <T extends InQueue> Optional<Chosen<T>> first(
            List<T> line, Map<Long, Candidate> present, Background background, Instant now) {
        return line.stream()
                .map(one -> new Chosen<>(one, decide(one, present, background, now)))
                .filter(chosen -> !chosen.agents().isEmpty())
                .findFirst();
    }

    /** What is decided of one that waits, whether somebody is asked or not. */
    public static Decision decide(InQueue waits, Map<Long, Candidate> present, Background background, Instant now) {
        List<Candidate> candidates = new ArrayList<>();
        for (long member : background.members(waits.departmentId())) {
            Refusals refusals = background.refusals(waits.id(), member);
            candidates.add(present.get(member)
                    .before(refusals.count(), refusals.last(), background.lastTurn(waits.departmentId(), member)));
        }
        RoutingRules rules = waits.rules();
        Demand demand =
                rules.demand(waits.skills(), waits.language(), background.lastAgent(waits.id()), waits.waited(now));
        return rules.turn().decide(demand, candidates, now);
    }
}

package dev.parley.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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

    /**
     * The first, the first after it is offered, and so on: what {@link #first} would give one after the other at this moment, if each is
     * offered before the next is looked for.
     *
     * @param most so many at most
     */
    public static <T extends InQueue> List<Chosen<T>> several(
            List<T> line, Map<Long, Candidate> present, Background background, Instant now, int most) {
        List<T> left = new ArrayList<>(line);
        Map<Long, Candidate> then = new HashMap<>(present);
        var turns = new TurnsTaken(background);
        List<Chosen<T>> chosen = new ArrayList<>();
        while (chosen.size() < most) {
            Optional<Chosen<T>> next = first(left, then, turns, now);
            if (next.isEmpty()) break;
            T offered = next.get().conversation();
            left.remove(offered);
            for (long agent : next.get().agents()) {
                then.computeIfPresent(agent, (key, candidate) -> candidate.asked());
                if (offered.rules().strategy() == Strategy.ROUND_ROBIN) turns.take(offered.departmentId(), agent);
            }
            chosen.add(next.get());
        }
        return chosen;
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

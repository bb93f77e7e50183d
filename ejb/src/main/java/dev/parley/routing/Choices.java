package dev.parley.routing;

import dev.parley.agent.AgentState;
import dev.parley.agent.Roster;
import dev.parley.routing.persistence.WaitingLine;
import dev.parley.routing.persistence.WaitingLine.Item;
import dev.parley.routing.persistence.Workload;
import dev.parley.routing.persistence.Workload.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which waiting conversation goes to whom next. The queue of a company is walked over all its departments, since one agent may serve
 * several: the longest waiting of those that somebody can take comes first, and is never passed over for an equal.
 */
@ApplicationScoped
class Choices {
    private final Turn turn =
            new Turn(new LongestIdle(), OfferTerms.fromSettings().pause());

    @Inject
    Roster roster;

    @Inject
    WaitingLine line;

    @Inject
    Workload work;

    /** A conversation and the agent to offer it to. */
    record Choice(Item conversation, long accountId, Decision decision) {}

    /** What should be offered next as things stand; empty where nothing waits or nobody can take it. Takes no lock. */
    public Optional<Choice> next(long companyId, Instant now) {
        Map<Long, Candidate> free = free(companyId);
        if (free.isEmpty()) return Optional.empty();
        for (Item conversation : line.unoffered(companyId, free.keySet())) {
            Decision decision = decide(conversation, free, now);
            if (decision.chosen().isPresent()) {
                return Optional.of(new Choice(conversation, decision.chosen().get(), decision));
            }
        }
        return Optional.empty();
    }

    /** Reachable agents with room, as candidates who refused nothing yet. */
    private Map<Long, Candidate> free(long companyId) {
        List<AgentState> reachable = roster.reachable(companyId);
        if (reachable.isEmpty()) return Map.of();
        List<Long> keys = reachable.stream().map(AgentState::accountId).toList();
        Map<Long, Integer> inHand = work.inHand(keys);
        Map<Long, Integer> offered = work.offered(keys);
        return reachable.stream()
                .map(agent -> new Candidate(
                        agent.accountId(),
                        agent.capacity(),
                        inHand.getOrDefault(agent.accountId(), 0),
                        offered.getOrDefault(agent.accountId(), 0),
                        agent.idleSince(),
                        0,
                        null))
                .filter(candidate -> !candidate.full())
                .collect(Collectors.toMap(Candidate::accountId, Function.identity()));
    }

    private Decision decide(Item conversation, Map<Long, Candidate> free, Instant now) {
        Map<Long, Refusals> refusals = work.refusals(conversation.id());
        List<Candidate> candidates = work.members(conversation.departmentId(), free.keySet()).stream()
                .map(free::get)
                .map(candidate -> withRefusals(candidate, refusals.getOrDefault(candidate.accountId(), Refusals.NONE)))
                .toList();
        return turn.decide(candidates, now);
    }

    private static Candidate withRefusals(Candidate c, Refusals refusals) {
        return new Candidate(
                c.accountId(), c.capacity(), c.inHand(), c.offered(), c.idleSince(), refusals.count(), refusals.last());
    }
}

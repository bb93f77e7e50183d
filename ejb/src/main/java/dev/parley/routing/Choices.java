package dev.parley.routing;

import dev.parley.agent.AgentState;
import dev.parley.agent.Roster;
import dev.parley.routing.Choosing.Chosen;
import dev.parley.routing.persistence.Briefings;
import dev.parley.routing.persistence.Briefings.Briefing;
import dev.parley.routing.persistence.WaitingLine;
import dev.parley.routing.persistence.WaitingLine.Item;
import dev.parley.routing.persistence.Workload;
import dev.parley.routing.persistence.Workload.Load;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which waiting conversation goes to whom next. The queue of a company is walked over all its departments, since one agent may serve
 * several: the longest waiting of those that somebody can take comes first, and is never passed over for an equal.
 */
@ApplicationScoped
class Choices {
    /** A queue that is longer than so many pages and that nobody can take from is not looked at to its end. */
    private static final int PAGES = 5;

    @Inject
    Roster roster;

    @Inject
    WaitingLine line;

    @Inject
    Workload work;

    @Inject
    Briefings briefings;

    /**
     * What should be offered next as things stand, one after the other; empty where nothing waits or nobody can take it. There may be more
     * when these are offered. Takes no lock.
     *
     * @param most so many at most
     */
    public List<Chosen<Item>> next(long companyId, Instant now, int most) {
        Map<Long, Candidate> present = present(companyId);
        Set<Long> free = present.values().stream()
                .filter(candidate -> !candidate.full())
                .map(Candidate::accountId)
                .collect(Collectors.toSet());
        if (free.isEmpty()) return List.of();
        for (int page = 0; page < PAGES; page++) {
            List<Item> items = line.unoffered(companyId, free, page);
            List<Chosen<Item>> found = of(items, present, now, most);
            if (!found.isEmpty() || items.size() < WaitingLine.A_ROUND) return found;
        }
        return List.of();
    }

    /** Mostly somebody takes the first ones of the queue, so they are asked about alone; then all the rest by one question. */
    private List<Chosen<Item>> of(List<Item> items, Map<Long, Candidate> present, Instant now, int most) {
        int head = Math.min(most, items.size());
        List<Chosen<Item>> found = briefed(items.subList(0, head), present, now, most);
        return found.isEmpty() ? briefed(items.subList(head, items.size()), present, now, most) : found;
    }

    private List<Chosen<Item>> briefed(List<Item> items, Map<Long, Candidate> present, Instant now, int most) {
        Briefing briefing = briefings.of(items, present.keySet(), now);
        return Choosing.several(items, present, briefing, now, most);
    }

    /** What would be decided of each, whether somebody is asked or not. */
    public List<Chosen<Item>> all(List<Item> items, long companyId, Instant now) {
        Map<Long, Candidate> present = present(companyId);
        Briefing briefing = briefings.of(items, present.keySet(), now);
        return items.stream()
                .map(item -> new Chosen<>(item, Choosing.decide(item, present, briefing, now)))
                .toList();
    }

    /** Reachable agents, as candidates who refused nothing yet. */
    private Map<Long, Candidate> present(long companyId) {
        List<AgentState> reachable = roster.reachable(companyId);
        if (reachable.isEmpty()) return Map.of();
        Map<Long, Load> loads =
                work.of(reachable.stream().map(AgentState::accountId).toList());
        var present = new HashMap<Long, Candidate>();
        for (AgentState agent : reachable) {
            Load load = loads.getOrDefault(agent.accountId(), Load.NONE);
            present.put(
                    agent.accountId(),
                    new Candidate(
                            agent.accountId(),
                            agent.capacity(),
                            load.inHand(),
                            load.offered(),
                            agent.idleSince(),
                            0,
                            null,
                            0,
                            load.abilities()));
        }
        return present;
    }
}

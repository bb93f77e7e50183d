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
import java.util.Optional;
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

    /** What should be offered next as things stand; empty where nothing waits or nobody can take it. Takes no lock. */
    public Optional<Chosen<Item>> next(long companyId, Instant now) {
        Map<Long, Candidate> present = present(companyId);
        Set<Long> free = present.values().stream()
                .filter(candidate -> !candidate.full())
                .map(Candidate::accountId)
                .collect(Collectors.toSet());
        if (free.isEmpty()) return Optional.empty();
        for (int page = 0; page < PAGES; page++) {
            List<Item> items = line.unoffered(companyId, free, page);
            Optional<Chosen<Item>> found = first(items, present, now);
            if (found.isPresent() || items.size() < WaitingLine.A_ROUND) return found;
        }
        return Optional.empty();
    }

    /** Mostly the first of the queue is the one, so it is asked about alone; then all the rest by one question. */
    private Optional<Chosen<Item>> first(List<Item> items, Map<Long, Candidate> present, Instant now) {
        int head = Math.min(1, items.size());
        return firstOf(items.subList(0, head), present, now)
                .or(() -> firstOf(items.subList(head, items.size()), present, now));
    }

    private Optional<Chosen<Item>> firstOf(List<Item> items, Map<Long, Candidate> present, Instant now) {
        Briefing briefing = briefings.of(items, present.keySet(), now);
        return Choosing.first(items, present, briefing, now);
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

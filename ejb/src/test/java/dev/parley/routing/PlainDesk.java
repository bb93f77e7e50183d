package dev.parley.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What routing should do, written as plainly as it can be said, without a database, locks or events: after each thing that happens,
 * whoever can be helped is held out to whom the department's strategy names.
 */
final class PlainDesk {
    private static final Duration OFFER = Duration.ofSeconds(30);
    private static final int TOO_MANY = 3;

    /** An agent of the model. */
    static final class Agent {
        final long key;
        final Set<Long> departments;
        boolean available;
        boolean live;
        int capacity = 4;
        int missed;
        Instant idleSince = Instant.EPOCH;

        Agent(long key, Set<Long> departments) {
            this.key = key;
            this.departments = departments;
        }
    }

    /** A conversation of the model. */
    static final class Talk {
        final long key;
        final long department;
        final int priority;
        final Instant since;
        Long owner;
        boolean closed;
        Long offeredTo;
        Instant expires;
        final Map<Long, Integer> refusals = new HashMap<>();
        final Map<Long, Instant> lastRefusal = new HashMap<>();

        Talk(long key, long department, int priority, Instant since) {
            this.key = key;
            this.department = department;
            this.priority = priority;
            this.since = since;
        }

        boolean waits() {
            return !closed && owner == null;
        }
    }

    final Map<Long, Agent> agents = new TreeMap<>();
    final Map<Long, Talk> talks = new TreeMap<>();
    private final Map<Long, Strategy> strategies;
    private final Map<List<Long>, Long> turns = new HashMap<>();
    private final List<Talk> offers = new ArrayList<>();
    private long turn;

    PlainDesk(Map<Long, Strategy> strategies) {
        this.strategies = strategies;
    }

    int load(Agent agent, Talk except) {
        return (int) talks.values().stream()
                .filter(talk -> talk != except)
                .filter(talk -> talk.owner != null && talk.owner == agent.key
                        || talk.offeredTo != null && talk.offeredTo == agent.key)
                .count();
    }

    /** Everything that can be held out is, in the order of the queue. */
    void settle(Instant now) {
        for (Optional<Talk> next = first(now); next.isPresent(); next = first(now)) {
            Talk talk = next.get();
            Agent agent = choose(talk, now).orElseThrow();
            talk.offeredTo = agent.key;
            talk.expires = now.plus(OFFER);
            offers.add(talk);
            if (strategies.get(talk.department) == Strategy.ROUND_ROBIN)
                turns.put(List.of(talk.department, agent.key), ++turn);
        }
    }

    private Optional<Talk> first(Instant now) {
        return talks.values().stream()
                .filter(talk -> talk.waits() && talk.offeredTo == null)
                .filter(talk -> choose(talk, now).isPresent())
                .min(Comparator.comparing((Talk talk) -> -talk.priority)
                        .thenComparing(talk -> talk.since)
                        .thenComparing(talk -> talk.key));
    }

    private Optional<Agent> choose(Talk talk, Instant now) {
        List<Agent> free = agents.values().stream()
                .filter(agent -> agent.available && agent.live && agent.departments.contains(talk.department))
                .filter(agent -> load(agent, null) < agent.capacity)
                .toList();
        int round = free.stream()
                .mapToInt(agent -> talk.refusals.getOrDefault(agent.key, 0))
                .min()
                .orElse(0);
        Comparator<Agent> idle = Comparator.comparing((Agent agent) -> load(agent, null) > 0)
                .thenComparing(agent -> agent.idleSince)
                .thenComparing(agent -> agent.key);
        Comparator<Agent> order = switch (strategies.get(talk.department)) {
            case LEAST_LOADED ->
                Comparator.comparing((Agent agent) -> (double) load(agent, null) / agent.capacity)
                        .thenComparing(agent -> load(agent, null))
                        .thenComparing(idle);
            case ROUND_ROBIN ->
                Comparator.comparing((Agent agent) -> turns.getOrDefault(List.of(talk.department, agent.key), 0L))
                        .thenComparing(idle);
            case LONGEST_IDLE, RING_ALL, MANUAL -> idle;
        };
        return free.stream()
                .filter(agent -> talk.refusals.getOrDefault(agent.key, 0) == round)
                .filter(agent -> !talk.lastRefusal.containsKey(agent.key)
                        || !now.isBefore(talk.lastRefusal.get(agent.key).plus(OFFER)))
                .min(order);
    }

    void end(Talk talk) {
        talk.offeredTo = null;
        talk.expires = null;
        offers.remove(talk);
    }

    void refuse(Talk talk, Instant now) {
        talk.refusals.merge(talk.offeredTo, 1, Integer::sum);
        talk.lastRefusal.put(talk.offeredTo, now);
        end(talk);
    }

    void leave(Agent agent) {
        for (Talk talk : new HashSet<>(offers)) if (talk.offeredTo == agent.key) end(talk);
    }

    void take(Agent agent, Talk talk, Instant now) {
        end(talk);
        talk.owner = agent.key;
        agent.missed = 0;
        agent.idleSince = now;
    }

    /** Each offer whose time is over in turn, and what that sets free at once. */
    void expire(Instant now) {
        List<Talk> due = offers.stream()
                .filter(talk -> !talk.expires.isAfter(now))
                .sorted(Comparator.comparing(talk -> talk.expires))
                .toList();
        for (Talk talk : due) {
            // an earlier one may have set the agent away
            if (talk.offeredTo == null || talk.expires.isAfter(now)) continue;
            Agent agent = agents.get(talk.offeredTo);
            refuse(talk, now);
            if (++agent.missed >= TOO_MANY && agent.available) {
                agent.missed = 0;
                agent.available = false;
                leave(agent);
            }
            settle(now);
        }
        settle(now);
    }

    /** {@code conversation > agent} of each open offer. */
    Map<Long, Long> offered() {
        var found = new TreeMap<Long, Long>();
        for (Talk talk : offers) found.put(talk.key, talk.offeredTo);
        return found;
    }

    /** {@code conversation > owner} of each that is open. */
    Map<Long, Long> owned() {
        var found = new TreeMap<Long, Long>();
        for (Talk talk : talks.values()) if (talk.owner != null && !talk.closed) found.put(talk.key, talk.owner);
        return found;
    }
}

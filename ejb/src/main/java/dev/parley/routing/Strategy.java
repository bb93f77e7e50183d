package dev.parley.routing;

import dev.parley.shared.Invalid;

/** How a department finds the agent for what waits. */
public enum Strategy {
    LONGEST_IDLE(new LongestIdle()),
    LEAST_LOADED(new LeastLoaded()),
    ROUND_ROBIN(new RoundRobin()),
    /** Everybody at once, the first who accepts has it. */
    RING_ALL(new RingAll()),
    /** Nobody is asked; agents take from the queue. */
    MANUAL(new ManualPick());

    private final AssignmentPolicy policy;

    Strategy(AssignmentPolicy policy) {
        this.policy = policy;
    }

    public AssignmentPolicy policy() {
        return policy;
    }

    /** As it stands in JSON and in the database. */
    public String wire() {
        return policy.name();
    }

    /** @throws Invalid if there is no such strategy */
    public static Strategy of(String wire) {
        for (Strategy strategy : values()) if (strategy.wire().equals(wire)) return strategy;
        throw new Invalid("A strategy is longest-idle, least-loaded, round-robin, ring-all or manual.");
    }
}

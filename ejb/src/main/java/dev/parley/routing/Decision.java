package dev.parley.routing;

import java.util.Map;
import java.util.Optional;

/**
 * Whom a conversation is offered to, and why not the others.
 *
 * @param policy the policy's name
 * @param chosen the agent's key, or empty
 * @param excluded the reason for each candidate who could not be chosen
 */
public record Decision(String policy, Optional<Long> chosen, Map<Long, Exclusion> excluded) {
    public Decision {
        excluded = Map.copyOf(excluded);
    }

    /** Why a reachable agent of the department was not offered a conversation. */
    public enum Exclusion {
        AT_CAPACITY,
        /** Had it more often than a colleague who can take it. */
        HAD_IT,
        /** Everybody had it; the next round begins after a pause. */
        PAUSE
    }
}

package dev.parley.routing;

import java.time.Instant;

/**
 * A reachable agent of the department, as the policy sees it.
 *
 * @param inHand open conversations
 * @param offered open offers
 * @param idleSince since when nothing new came and nothing ended
 * @param refusals how often this agent declined or missed this conversation
 * @param lastRefusal when last, or null where never
 * @param lastTurn the number of the agent's last turn in a round robin of the department; 0 for none
 */
public record Candidate(
        long accountId,
        int capacity,
        int inHand,
        int offered,
        Instant idleSince,
        int refusals,
        Instant lastRefusal,
        long lastTurn,
        Abilities abilities) {
    /** Of whose turns and abilities nothing is known. */
    Candidate(
            long accountId,
            int capacity,
            int inHand,
            int offered,
            Instant idleSince,
            int refusals,
            Instant lastRefusal) {
        this(accountId, capacity, inHand, offered, idleSince, refusals, lastRefusal, 0, Abilities.NONE);
    }

    /** Open offers take a place too: accepting one must always be possible. */
    public int load() {
        return inHand + offered;
    }

    boolean full() {
        return load() >= capacity;
    }

    /** The same agent with one more offer. */
    Candidate asked() {
        return new Candidate(
                accountId, capacity, inHand, offered + 1, idleSince, refusals, lastRefusal, lastTurn, abilities);
    }

    /** The same agent before another conversation. */
    Candidate before(int refusals, Instant lastRefusal, long lastTurn) {
        return new Candidate(
                accountId, capacity, inHand, offered, idleSince, refusals, lastRefusal, lastTurn, abilities);
    }
}

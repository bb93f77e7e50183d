package dev.parley.routing;

import java.time.Instant;

/**
 * A reachable agent of the conversation's department, as the policy sees it.
 *
 * @param inHand open conversations
 * @param offered open offers
 * @param idleSince since when nothing new came and nothing ended
 * @param refusals how often this agent declined or missed this conversation
 * @param lastRefusal when last, or null where never
 */
public record Candidate(
        long accountId, int capacity, int inHand, int offered, Instant idleSince, int refusals, Instant lastRefusal) {
    /** Open offers take a place too: accepting one must always be possible. */
    boolean full() {
        return inHand + offered >= capacity;
    }
}

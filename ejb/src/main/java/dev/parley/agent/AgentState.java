package dev.parley.agent;

import java.time.Instant;

/**
 * What routing asks of an agent.
 *
 * @param live whether a socket of the agent is open on some node
 * @param capacity how many conversations the agent may hold at once, open offers included
 * @param idleSince since when nothing new came and nothing ended
 */
public record AgentState(
        long companyId, long accountId, Presence status, boolean live, int capacity, Instant idleSince) {
    /** Whether a conversation may be offered, capacity aside. */
    public boolean reachable() {
        return status == Presence.AVAILABLE && live;
    }
}

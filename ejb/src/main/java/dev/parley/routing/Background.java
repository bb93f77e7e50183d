package dev.parley.routing;

import java.util.Set;

/** What a choice asks of the past and of the departments, besides the candidates' own figures. Agents and conversations by key. */
public interface Background {
    /** Who of the reachable belongs to the department. */
    Set<Long> members(long departmentId);

    Refusals refusals(long conversationId, long accountId);

    /** The number of the agent's last turn in the department, 0 for none. */
    long lastTurn(long departmentId, long accountId);

    /** Who had the visitor last, or null where nobody did or it does not matter any more. */
    Long lastAgent(long conversationId);
}

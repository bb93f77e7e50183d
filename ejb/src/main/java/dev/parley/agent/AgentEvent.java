package dev.parley.agent;

/** What happened to an agent. Fired in the transaction that keeps it. */
public sealed interface AgentEvent {
    long companyId();

    long accountId();

    /** @param publicId the agent's id as others see it @param reason what was given with it, or null */
    record PresenceChanged(long companyId, long accountId, String publicId, Presence status, String reason)
            implements AgentEvent {}

    /** How much the agent may have in hand was set anew. */
    record CapacityChanged(long companyId, long accountId, int capacity) implements AgentEvent {}

    /** The first socket of the agent opened, on whatever node. */
    record Connected(long companyId, long accountId) implements AgentEvent {}

    /** The last socket closed: no more offers; what is in hand stays for the grace time. */
    record Disconnected(long companyId, long accountId) implements AgentEvent {}

    /** No socket came back within the grace time. */
    record ConnectionLost(long companyId, long accountId) implements AgentEvent {}
}

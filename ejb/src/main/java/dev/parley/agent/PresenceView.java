package dev.parley.agent;

import java.time.Instant;

/**
 * An agent as colleagues see it.
 *
 * @param agent the agent's public id
 * @param reason what was given with the status, or null
 * @param since when the status began
 * @param connected whether a socket of the agent is open on some node
 * @param capacity how many conversations the agent may hold at once
 * @param photo address of a picture on Parley's own origin, or null
 */
public record PresenceView(
        String agent,
        String name,
        Presence status,
        String reason,
        Instant since,
        boolean connected,
        int capacity,
        String photo) {}

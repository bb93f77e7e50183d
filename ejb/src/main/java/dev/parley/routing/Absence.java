package dev.parley.routing;

/**
 * A member of the department who could not be a candidate.
 *
 * @param reason {@code offline}, {@code away} or {@code busy} as the agent has said, or {@code no-connection}
 */
public record Absence(long accountId, String reason) {}

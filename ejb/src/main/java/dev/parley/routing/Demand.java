package dev.parley.routing;

/**
 * What something that waits asks of an agent at this moment, chat or call; what has been relaxed is not in it any more.
 *
 * @param skills at least these
 * @param language or null for any
 * @param lastAgent key of the agent for whom it is kept while that agent is reachable, or null
 */
public record Demand(SkillSet skills, String language, Long lastAgent) {
    /** Anybody will do. */
    public static final Demand NONE = new Demand(SkillSet.NONE, null, null);
}

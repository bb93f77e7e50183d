package dev.parley.routing;

import java.time.Duration;
import java.time.Instant;

/** What waits, as a choice sees it: a row of the database, or what a replay has in its place. */
public interface InQueue {
    /** Its key. */
    long id();

    /** Key of the department that it waits in. */
    long departmentId();

    /** Of its department. */
    RoutingRules rules();

    /** What it requires, nothing relaxed yet. */
    SkillSet skills();

    /** In which it is held, or null where nobody says. */
    String language();

    Instant waitingSince();

    /** How long it has waited. */
    default Duration waited(Instant now) {
        return Duration.between(waitingSince(), now);
    }
}

package dev.parley.routing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * How a department chooses among agents who could all take what waits, be it a conversation or a call. Pure: the same candidates give the
 * same choice.
 */
public interface AssignmentPolicy {
    /** As it stands in a decision's record. */
    String name();

    /** Who comes first. Total: two agents are never equal, so the choice does not depend on the order in which they were read. */
    Comparator<Candidate> order();

    /** The figure that the order goes by first of all, for the decision's record; its unit is the policy's. */
    long score(Candidate candidate, Instant now);

    /** How many are asked at once. */
    default int atOnce() {
        return 1;
    }

    /** @param eligible whom {@link Turn} let through, in any order @return whom to ask, the first first; nobody only of nobody */
    default List<Candidate> choose(List<Candidate> eligible) {
        return eligible.stream().sorted(order()).limit(atOnce()).toList();
    }
}

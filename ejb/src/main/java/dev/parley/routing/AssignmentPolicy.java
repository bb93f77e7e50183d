package dev.parley.routing;

import java.util.List;
import java.util.Optional;

/** How a department chooses among agents who could all take a conversation. Pure: the same candidates give the same choice. */
public interface AssignmentPolicy {
    /** As it stands in a decision's record. */
    String name();

    /** @param eligible whom {@link Turn} let through, in any order @return nobody only where there is nobody */
    Optional<Candidate> choose(List<Candidate> eligible);
}

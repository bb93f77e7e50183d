package dev.parley.company;

import java.util.Set;

/**
 * Tells whether somebody can be reached now. A wall: the company's feature asks, the agent's feature answers, so that neither needs to
 * know the other the wrong way round. The one implementation is a session bean.
 */
public interface Availability {
    /** The keys of the company's departments that have at least one agent who is available and connected. */
    Set<Long> openDepartments(long companyId);
}

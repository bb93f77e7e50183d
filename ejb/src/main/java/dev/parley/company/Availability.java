package dev.parley.company;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Tells whether somebody can be reached now, from the calendar, the presence of agents and what they have room for. Computed when asked; no
 * answer is kept. A wall: the company's feature and conversations ask, routing answers, so that nobody needs to know the other the wrong
 * way round. The one implementation is a session bean.
 */
public interface Availability {
    /** Whether a visitor of the site can chat with somebody now, why, and until when. */
    SiteAvailability ofSite(SiteView site);

    /** Whether a conversation that a visitor of the site begins now in the department is a chat, not a message left. */
    boolean attended(long companyId, long siteId, long departmentId);

    /**
     * For colleagues: the keys of the company's departments that have at least one agent who is available and connected, whatever the
     * hours and however busy.
     */
    Set<Long> staffedDepartments(long companyId);

    /**
     * For each of these companies a mark that is another one when presence, capacity, hours or who answers for whom have changed, on whatever
     * node: cheap enough to be asked each second. What agents have in hand does not show in it.
     */
    Map<Long, String> marks(Collection<Long> companies);
}

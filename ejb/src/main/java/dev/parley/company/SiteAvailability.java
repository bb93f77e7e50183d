package dev.parley.company;

import java.time.Instant;
import java.util.List;

/**
 * Whether somebody of a site can be reached by chat.
 *
 * @param open whether one of its departments is open
 * @param nextChange when the hours alone will make {@code open} otherwise: the next opening of what is closed, the closing of what is open;
 *     null where they never will, or where nobody is there although the hours say open
 * @param lookAgain when the clock may change this answer or a part of it next; null if never
 */
public record SiteAvailability(
        boolean open, Reason reason, Instant nextChange, Instant lookAgain, List<OfDepartment> departments) {
    /** Why it is open or not; the first that is true of one department is true of all together. */
    public enum Reason {
        /** Open: somebody has room for one more. */
        AVAILABLE,
        /** Open: somebody is there and has enough in hand; whoever writes waits. */
        BUSY,
        /** Closed, though the hours say open: nobody is there. */
        NO_AGENT,
        /** Closed by the ordinary hours. */
        CLOSED,
        /** Closed by a holiday or a closure. */
        HOLIDAY;

        public boolean open() {
            return this == AVAILABLE || this == BUSY;
        }
    }

    /** The same of one department. */
    public record OfDepartment(DepartmentView department, Reason reason, Instant nextChange) {
        public boolean open() {
            return reason.open();
        }
    }

    public SiteAvailability {
        departments = List.copyOf(departments);
    }
}

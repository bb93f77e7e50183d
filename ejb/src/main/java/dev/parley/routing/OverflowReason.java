package dev.parley.routing;

import java.util.Locale;

/** Why something that waits goes on to another department; of several the first. */
public enum OverflowReason {
    /** The department is closed by its hours, or by a holiday. */
    CLOSED,
    /** Nobody of the department is there. */
    NOBODY,
    /** It has waited so long in the department. */
    WAITED,
    /** So many wait before it. */
    LENGTH,
    /** It would be told that it may wait so long. */
    EXPECTED;

    /** As it stands in JSON and in the database: {@code overflow-closed}, … */
    public String wire() {
        return "overflow-" + name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is because nobody of the department can be reached. */
    boolean unattended() {
        return this == CLOSED || this == NOBODY;
    }
}

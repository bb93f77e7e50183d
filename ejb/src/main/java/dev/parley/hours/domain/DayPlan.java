package dev.parley.hours.domain;

import dev.parley.hours.Holiday;
import dev.parley.hours.HoursLevel;
import dev.parley.hours.Span;
import java.util.List;

/**
 * What holds on one date.
 *
 * @param openings the spans that begin on it
 * @param closures what is taken out of them, and of what the day before reaches over
 * @param closed the holiday that closes the date from midnight to midnight, with its level; null if none does
 * @param by who says so: the level of the week, of the special opening or of the closing holiday
 */
record DayPlan(List<Part> openings, List<Part> closures, Holiday closed, HoursLevel by) {
    /**
     * A span and who says it.
     *
     * @param holiday the special opening or closure, or null for an ordinary week
     */
    record Part(Span span, Holiday holiday, HoursLevel by) {
        boolean isOrdinary() {
            return holiday == null;
        }
    }

    /** The special opening in place of the ordinary week, or null. */
    Holiday special() {
        return openings.isEmpty() ? null : openings.get(0).holiday();
    }
}

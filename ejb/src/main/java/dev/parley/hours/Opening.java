package dev.parley.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Whether the desk is open at a moment, and why.
 *
 * @param level who says so
 * @param holiday name of the holiday or special opening that decides; null for an ordinary week
 * @param date on which the deciding span begins, or the day that is closed
 * @param span the span in which the moment lies; null where it lies in none
 * @param zone on whose clock date and span are meant
 * @param nextChange the first moment after this one at which {@code open} is otherwise; null if it stays so for ever
 */
public record Opening(
        boolean open,
        Reason reason,
        HoursLevel level,
        String holiday,
        LocalDate date,
        Span span,
        ZoneId zone,
        Instant nextChange) {
    public enum Reason {
        /** Open: the ordinary week says so. */
        HOURS,
        /** Open, out of the ordinary. */
        SPECIAL_OPENING,
        /** Closed: no span of the day has that time. */
        OUTSIDE_HOURS,
        /** Closed: the whole day is. */
        HOLIDAY,
        /** Closed: for some hours of a day that would be open. */
        CLOSURE
    }
}

package dev.parley.hours;

import dev.parley.hours.domain.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Time that passes only while the desk is open, by its hours at the moment they were asked for. */
public final class WorkingTime {
    private final BusinessCalendar calendar;

    WorkingTime(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * When so much of it has passed since {@code from}.
     *
     * @param open not negative
     * @return empty if it never has
     */
    public Optional<Instant> after(Instant from, Duration open) {
        return calendar.afterOpen(from, open);
    }

    /** How much of it passes from {@code from} to {@code to}. */
    public Duration between(Instant from, Instant to) {
        return calendar.openBetween(from, to);
    }
}

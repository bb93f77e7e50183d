package dev.parley.hours;

import dev.parley.hours.domain.BusinessCalendar;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The hours of several levels at one moment.
 *
 * @param each the answer for each
 * @param nextChange the first moment at which one of them is open where none is now, or none where one is now; null if that does not
 *     come, or not within 100 changes of single ones
 */
public record Openings(Map<HoursLevel, Opening> each, Instant nextChange) {
    private static final int MOST_LOOKS = 100;

    public Openings {
        each = Map.copyOf(each);
    }

    static Openings at(Map<HoursLevel, BusinessCalendar> calendars, Instant at) {
        Map<HoursLevel, Opening> each = new LinkedHashMap<>();
        calendars.forEach((level, calendar) -> each.put(level, calendar.at(at)));
        return new Openings(each, together(calendars.values(), at));
    }

    private static Instant together(Collection<BusinessCalendar> calendars, Instant at) {
        boolean open = anyOpen(calendars, at);
        Instant moment = at;
        for (int i = 0; i < MOST_LOOKS; i++) {
            Instant from = moment;
            Optional<Instant> next =
                    calendars.stream().flatMap(c -> c.nextChange(from).stream()).min(Comparator.naturalOrder());
            if (next.isEmpty()) return null;
            moment = next.get();
            if (anyOpen(calendars, moment) != open) return moment;
        }
        return null;
    }

    private static boolean anyOpen(Collection<BusinessCalendar> calendars, Instant at) {
        return calendars.stream().anyMatch(c -> c.openAt(at));
    }

    /** The first moment at which one of them changes; null if none ever does. */
    public Instant firstChange() {
        return each.values().stream()
                .map(Opening::nextChange)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}

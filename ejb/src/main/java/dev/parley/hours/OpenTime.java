package dev.parley.hours;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of time in which the desk is open without a break.
 *
 * @param from the first moment of it
 * @param until the first moment after it
 */
public record OpenTime(Instant from, Instant until) {
    /** The time in which at least one of them holds, earliest first; what overlaps or touches is one. */
    static List<OpenTime> together(Collection<OpenTime> times) {
        List<OpenTime> joined = new ArrayList<>();
        times.stream().sorted(Comparator.comparing(OpenTime::from)).forEach(next -> {
            OpenTime last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || next.from().isAfter(last.until())) joined.add(next);
            else if (next.until().isAfter(last.until()))
                joined.set(joined.size() - 1, new OpenTime(last.from(), next.until()));
        });
        return List.copyOf(joined);
    }
}

package dev.parley.hours;

import dev.parley.shared.Invalid;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The hours of an ordinary week: for each day the spans that begin on it, earliest first. A day that is not there is closed. */
public record Week(Map<DayOfWeek, List<Span>> days) {
    /** Spans that may begin on one day. */
    public static final int MOST_A_DAY = 24;

    /** Never closed. */
    public static final Week ALWAYS = every(Span.WHOLE_DAY);

    /** Never open. */
    public static final Week NEVER = new Week(Map.of());

    public Week {
        Map<DayOfWeek, List<Span>> sorted = new EnumMap<>(DayOfWeek.class);
        days.forEach((day, spans) -> {
            if (spans.size() > MOST_A_DAY) throw new Invalid("A day has at most " + MOST_A_DAY + " spans.");
            if (!spans.isEmpty())
                sorted.put(day, spans.stream().distinct().sorted().toList());
        });
        days = Map.copyOf(sorted);
    }

    /** The same span on each day. */
    public static Week every(Span span) {
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) days.put(day, List.of(span));
        return new Week(days);
    }

    /** The spans that begin on that day of the week. */
    public List<Span> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }
}

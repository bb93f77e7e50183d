package dev.parley.web.portal;

import dev.parley.hours.Span;
import dev.parley.hours.Week;
import dev.parley.shared.Invalid;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A week as the page's grid holds it: a line for each day that is open, {@code 1 09:00-12:00 22:00-02:00}, Monday is 1. What somebody typed
 * stands in it as it was typed, so that it is still there when it is no time.
 */
final class WeekText {
    /** A week with each minute of its days written out is not longer. */
    private static final int LONGEST = 4000;

    private WeekText() {}

    /** Something in a week that is no span of time. */
    static final class NotASpan extends Exception {
        private static final long serialVersionUID = 1;

        private final DayOfWeek day;
        private final String typed;

        private NotASpan(DayOfWeek day, String typed) {
            super(typed);
            this.day = day;
            this.typed = typed;
        }

        DayOfWeek day() {
            return day;
        }

        /** As it was typed: {@code 9-9}. */
        String typed() {
            return typed;
        }
    }

    static String of(Week week) {
        return week.days().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey().getValue()
                        + e.getValue().stream().map(s -> " " + text(s)).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    static String text(Span span) {
        return span.from() + "-" + span.to();
    }

    /** @throws Invalid if a day has too many spans, or it is no week at all */
    static Week parse(String text) throws NotASpan {
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        if (text == null) return Week.NEVER;
        if (text.length() > LONGEST) throw new Invalid("A week is not so long.");
        for (String line : text.strip().split("\\R+")) {
            String[] parts = line.strip().split("\\s+");
            if (!parts[0].matches("[1-7]")) continue;
            DayOfWeek day = DayOfWeek.of(Integer.parseInt(parts[0]));
            List<Span> spans = new ArrayList<>();
            for (int i = 1; i < parts.length; i++) spans.add(span(day, parts[i]));
            days.put(day, spans);
        }
        return new Week(days);
    }

    private static Span span(DayOfWeek day, String typed) throws NotASpan {
        String[] times = typed.split("-", -1);
        try {
            if (times.length == 2) return Span.of(times[0], times[1]);
        } catch (Invalid e) {
            throw new NotASpan(day, typed);
        }
        throw new NotASpan(day, typed);
    }
}

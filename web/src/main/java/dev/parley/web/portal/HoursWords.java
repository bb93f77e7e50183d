package dev.parley.web.portal;

import dev.parley.hours.Holiday;
import dev.parley.hours.Opening;
import dev.parley.hours.Span;
import dev.parley.hours.Week;
import dev.parley.web.language.Words;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Hours as a person reads them, in the page's language. Times are those of the clock the hours are meant on, 00:00 to 24:00. */
record HoursWords(Words words) {
    private static final int A_WEEK = 7;

    /** "Mon–Fri 09:00–13:00, 14:00–18:00; Sat 10:00–14:00". */
    String week(Week week) {
        if (week.equals(Week.ALWAYS)) return words.say("hours.always");
        if (week.equals(Week.NEVER)) return words.say("hours.never");
        List<String> parts = new ArrayList<>();
        for (int from = 1; from <= A_WEEK; ) {
            List<Span> spans = week.on(DayOfWeek.of(from));
            int to = from;
            while (to < A_WEEK && week.on(DayOfWeek.of(to + 1)).equals(spans)) to++;
            if (!spans.isEmpty()) parts.add(days(from, to) + " " + spans(spans));
            from = to + 1;
        }
        return String.join("; ", parts);
    }

    private String days(int from, int to) {
        String first = shortDay(DayOfWeek.of(from));
        if (from == to) return first;
        return first + (to == from + 1 ? ", " : "–") + shortDay(DayOfWeek.of(to));
    }

    private String shortDay(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, words.language());
    }

    String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, words.language());
    }

    static String spans(List<Span> spans) {
        return spans.stream().map(s -> s.from() + "–" + s.to()).collect(Collectors.joining(", "));
    }

    /** "24 Dec 2026", "24 Dec 2026 – 2 Jan 2027". */
    String dates(LocalDate first, LocalDate last) {
        return first.equals(last) ? date(first) : date(first) + " – " + date(last);
    }

    private String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(words.figures())
                .format(date);
    }

    /** What a holiday does to its days: "closed", "closed 12:00–18:00", "open 10:00–14:00". */
    String effect(Holiday holiday) {
        String times = spans(holiday.spans());
        if (holiday.kind() == Holiday.Kind.OPEN) return words.say("hours.openAt", times);
        return times.isEmpty() ? words.say("hours.closedAll") : words.say("hours.closedAt", times);
    }

    /** A holiday in one line. */
    String holiday(Holiday h) {
        String when = dates(h.first(), h.last()) + (h.yearly() ? ", " + words.say("hours.everyYear") : "");
        return h.name() + " (" + when + ", " + effect(h) + ")";
    }

    /** How things stand at {@code at}: "Open now, until 17:00.", "Closed now: New Year; opens Monday 09:00." */
    String state(Opening now, Instant at) {
        String next = now.nextChange() == null ? null : change(now, at);
        if (now.open() && now.holiday() != null) {
            return next == null ? words.say("hours.now.always") : words.say("hours.now.special", next, now.holiday());
        }
        if (now.open()) return next == null ? words.say("hours.now.always") : words.say("hours.now.open", next);
        if (now.holiday() != null) {
            return next == null
                    ? words.say("hours.now.holidayForGood", now.holiday())
                    : words.say("hours.now.holiday", next, now.holiday());
        }
        return next == null ? words.say("hours.now.never") : words.say("hours.now.closed", next);
    }

    /** Who says so and what: "Friday 20:00–02:00 in the ordinary week of Acme". */
    String why(Opening opening, String level) {
        String day = day(opening.date().getDayOfWeek());
        String times = opening.span() == null ? "" : spans(List.of(opening.span()));
        return switch (opening.reason()) {
            case HOURS -> words.say("hours.why.hours", day, times, level);
            case SPECIAL_OPENING -> words.say("hours.why.special", opening.holiday(), times, level);
            case OUTSIDE_HOURS -> words.say("hours.why.outside", day, level);
            case HOLIDAY -> words.say("hours.why.holiday", opening.holiday(), level);
            case CLOSURE -> words.say("hours.why.closure", opening.holiday(), level);
        };
    }

    /** When it changes, seen from {@code at}: "17:00", "Monday 09:00", "4 January 2027, 09:00". An end at midnight is 24:00 of its day. */
    String change(Opening opening, Instant at) {
        ZoneId zone = opening.zone();
        ZonedDateTime when = opening.nextChange().atZone(zone);
        boolean midnight = opening.open() && when.toLocalTime().equals(LocalTime.MIDNIGHT);
        LocalDate day = midnight ? when.toLocalDate().minusDays(1) : when.toLocalDate();
        String time = midnight ? "24:00" : DateTimeFormatter.ofPattern("HH:mm").format(when);
        long away = ChronoUnit.DAYS.between(at.atZone(zone).toLocalDate(), day);
        if (away == 0) return time;
        return (away > 0 && away < A_WEEK ? day(day.getDayOfWeek()) : fullDate(day)) + " " + time;
    }

    /** "Saturday 28 November 2026, 01:30" of that zone. */
    String moment(Instant at, ZoneId zone) {
        ZonedDateTime when = at.atZone(zone);
        return fullDate(when.toLocalDate()) + ", "
                + DateTimeFormatter.ofPattern("HH:mm").format(when);
    }

    private String fullDate(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(words.figures())
                .format(date);
    }
}

package dev.parley.hours.icalendar;

import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.property.ExceptionDates;
import biweekly.property.ICalProperty;
import biweekly.property.RecurrenceDates;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import dev.parley.hours.Holiday;
import dev.parley.shared.Invalid;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;

/**
 * An event's days. One that comes each year on its date stays one yearly closure; whatever else repeats becomes a closure for each of its
 * days in the next ten years, at most 200.
 */
final class Recurring {
    /** Room in an id for the date of one of several days. */
    static final int SUFFIX = 11;

    private static final int YEARS = 10;
    private static final int MOST_DAYS = 200;
    private static final int MOST_STEPS = 50_000;

    private final LocalDate today;
    private final Dates dates;

    /** Reads a date of the file on the level's clock. */
    interface Dates {
        LocalDate of(ICalDate value, ICalProperty property, TimezoneInfo zones);
    }

    Recurring(LocalDate today, Dates dates) {
        this.today = today;
        this.dates = dates;
    }

    /** @param once as it is the first time @throws Invalid if it repeats on too many days, or by a rule of hours */
    List<Holiday> repeat(VEvent event, TimezoneInfo zones, Holiday once) {
        boolean listed = !event.getRecurrenceDates().isEmpty()
                || !event.getExceptionDates().isEmpty();
        Recurrence rule = rule(event, once);
        if (!listed && rule == null) return once.last().isBefore(today) ? List.of() : List.of(once);
        if (!listed && isDate(rule, once.first())) return List.of(on(once, once.uid(), once.first(), true));
        var days = new TreeSet<LocalDate>();
        if (rule == null) days.add(once.first());
        else days.addAll(steps(rule, once, until(event, rule, zones)));
        for (RecurrenceDates more : event.getRecurrenceDates()) {
            more.getDates().forEach(d -> days.add(dates.of(d, more, zones)));
            more.getPeriods().forEach(p -> days.add(dates.of(p.getStartDate(), more, zones)));
        }
        for (ExceptionDates not : event.getExceptionDates())
            not.getValues().forEach(d -> days.remove(dates.of(d, not, zones)));
        List<LocalDate> coming = days.stream()
                .filter(d -> !d.plusDays(length(once)).isBefore(today))
                .toList();
        if (coming.size() > MOST_DAYS)
            throw new Invalid("'" + once.name() + "' repeats on more than " + MOST_DAYS
                    + " days; closed days of each week" + " belong into the week.");
        return coming.stream()
                .map(d -> on(once, once.uid() + "/" + d, d, false))
                .toList();
    }

    /** Null where the event has none. */
    private static Recurrence rule(VEvent event, Holiday once) {
        if (event.getRecurrenceRule() == null) return null;
        Recurrence rule = event.getRecurrenceRule().getValue();
        if (rule == null || rule.getFrequency() == null)
            throw new Invalid("The RRULE of '" + once.name() + "' is not understood.");
        return rule;
    }

    private static long length(Holiday once) {
        return java.time.temporal.ChronoUnit.DAYS.between(once.first(), once.last());
    }

    private static Holiday on(Holiday once, String uid, LocalDate first, boolean yearly) {
        return new Holiday(uid, once.name(), first, first.plusDays(length(once)), yearly, once.kind(), once.spans());
    }

    /** Whether the rule is nothing but "each year on this date, for ever". */
    private static boolean isDate(Recurrence rule, LocalDate first) {
        return rule.getFrequency() == Frequency.YEARLY
                && rule.getCount() == null
                && rule.getUntil() == null
                && (rule.getInterval() == null || rule.getInterval() == 1)
                && isOnly(rule.getByMonth(), first.getMonthValue())
                && isOnly(rule.getByMonthDay(), first.getDayOfMonth())
                && rule.getByMonth().isEmpty() == rule.getByMonthDay().isEmpty()
                && rule.getByDay().isEmpty()
                && rule.getByYearDay().isEmpty()
                && rule.getByWeekNo().isEmpty()
                && rule.getBySetPos().isEmpty();
    }

    private static boolean isOnly(List<Integer> values, int value) {
        return values.isEmpty() || values.equals(List.of(value));
    }

    private LocalDate until(VEvent event, Recurrence rule, TimezoneInfo zones) {
        LocalDate horizon = today.plusYears(YEARS);
        if (rule.getUntil() == null) return horizon;
        LocalDate until = dates.of(rule.getUntil(), event.getRecurrenceRule(), zones);
        return until.isBefore(horizon) ? until : horizon;
    }

    /** In whole days of UTC, so that no zone of the server moves one. */
    private Set<LocalDate> steps(Recurrence rule, Holiday once, LocalDate until) {
        if (!rule.getByHour().isEmpty()
                || !rule.getByMinute().isEmpty()
                || !rule.getBySecond().isEmpty())
            throw new Invalid("'" + once.name() + "' repeats by the hour; holidays come by the day.");
        var days = new TreeSet<LocalDate>();
        var endless = new Recurrence.Builder(rule).until((ICalDate) null).build();
        var start = Date.from(once.first().atStartOfDay().toInstant(ZoneOffset.UTC));
        var iterator = endless.getDateIterator(start, TimeZone.getTimeZone("UTC"));
        for (int i = 0; iterator.hasNext(); i++) {
            if (i >= MOST_STEPS) throw new Invalid("'" + once.name() + "' repeats too often.");
            LocalDate day = iterator.next().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
            if (day.isAfter(until)) break;
            days.add(day);
        }
        return days;
    }
}

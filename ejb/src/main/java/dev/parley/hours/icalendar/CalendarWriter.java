package dev.parley.hours.icalendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import dev.parley.hours.Holiday;
import dev.parley.hours.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;

/**
 * Writes closures as an iCalendar file that {@link CalendarReader} reads back the same. Times have no zone, which means the clock of
 * whoever is there; the zone stands in {@code X-WR-TIMEZONE}. Special openings are no events of a calendar of holidays and are left out.
 */
public final class CalendarWriter {
    private CalendarWriter() {}

    /** @param at when it is written */
    public static String write(Collection<Holiday> holidays, ZoneId zone, Instant at) {
        var calendar = new ICalendar();
        calendar.setProductId("-//Parley//Business hours//EN");
        calendar.setExperimentalProperty("X-WR-TIMEZONE", zone.getId());
        holidays.stream().filter(h -> h.kind() == Holiday.Kind.CLOSED).forEach(h -> add(calendar, h, at));
        return Biweekly.write(calendar).go();
    }

    private static void add(ICalendar calendar, Holiday holiday, Instant at) {
        if (holiday.closesDay()) {
            VEvent event = event(calendar, holiday, holiday.uid(), at);
            event.setDateStart(new DateStart(date(holiday.first())));
            event.setDateEnd(new DateEnd(date(holiday.last().plusDays(1))));
            return;
        }
        for (LocalDate day = holiday.first(); !day.isAfter(holiday.last()); day = day.plusDays(1)) {
            for (Span span : holiday.spans()) {
                boolean only = holiday.spans().size() == 1 && holiday.first().equals(holiday.last());
                String uid = only ? holiday.uid() : holiday.uid() + "/" + day + "/" + span.opens();
                VEvent event = event(calendar, holiday, uid, at);
                LocalDateTime midnight = day.atStartOfDay();
                event.setDateStart(new DateStart(time(midnight.plusMinutes(span.opens()))));
                event.setDateEnd(new DateEnd(time(midnight.plusMinutes(span.closes()))));
                calendar.getTimezoneInfo().setFloating(event.getDateStart(), true);
                calendar.getTimezoneInfo().setFloating(event.getDateEnd(), true);
            }
        }
    }

    private static VEvent event(ICalendar calendar, Holiday holiday, String uid, Instant at) {
        var event = new VEvent();
        event.setUid(uid);
        event.setDateTimeStamp(Date.from(at));
        event.setSummary(holiday.name());
        if (holiday.yearly()) event.setRecurrenceRule(new Recurrence.Builder(Frequency.YEARLY).build());
        calendar.addEvent(event);
        return event;
    }

    private static ICalDate date(LocalDate day) {
        var parts = new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        return new ICalDate(parts, false);
    }

    private static ICalDate time(LocalDateTime time) {
        var parts = new DateTimeComponents(
                time.getYear(), time.getMonthValue(), time.getDayOfMonth(), time.getHour(), time.getMinute(), 0, false);
        return new ICalDate(parts, true);
    }
}

package dev.parley.hours.icalendar;

import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.TimezoneInfo;
import biweekly.io.text.ICalReader;
import biweekly.parameter.ICalParameters;
import biweekly.property.ICalProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import dev.parley.hours.Holiday;
import dev.parley.hours.Span;
import dev.parley.shared.Digests;
import dev.parley.shared.Invalid;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the events of an iCalendar file as closures: those of whole days close the days, others the hours between. Whether an event makes
 * its owner busy ({@code TRANSP}) says nothing here, as calendars of public holidays mark all of them free. Times count on the clock of the
 * level; such without a zone are meant on it.
 */
public final class CalendarReader {
    private static final Set<String> ESSENTIAL =
            Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "RDATE", "UID");

    private final ZoneId zone;
    private final Recurring recurring;

    /** @param zone the level's @param today what is over by then and does not come again is left out */
    public CalendarReader(ZoneId zone, LocalDate today) {
        this.zone = zone;
        this.recurring = new Recurring(today, this::date);
    }

    /**
     * What a file says.
     *
     * @param closures that are not over; the same event again gives the same ids
     * @param events ids of all events, cancelled ones included
     */
    public record Read(List<Holiday> closures, List<String> events) {
        /** Whether the file speaks of the event that the closure with this id came from; it may be one of several days of it. */
        public boolean speaksOf(String uid) {
            return events.stream().anyMatch(event -> uid.equals(event) || uid.startsWith(event + "/"));
        }
    }

    /**
     * @throws dev.parley.shared.TooLarge beyond 256 KiB
     * @throws Invalid if it is no whole calendar, or something in it is not understood; the message says where
     */
    public Read read(byte[] file) {
        List<Holiday> closures = new ArrayList<>();
        List<String> events = new ArrayList<>();
        try (var reader = new ICalReader(CalendarText.of(file))) {
            for (var calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
                for (ParseWarning warning : reader.getWarnings()) refuse(warning);
                for (VEvent event : calendar.getEvents()) {
                    events.add(uid(event));
                    boolean cancelled =
                            event.getStatus() != null && event.getStatus().isCancelled();
                    if (!cancelled) closures.addAll(closures(event, calendar.getTimezoneInfo()));
                }
            }
        } catch (IOException e) {
            throw new Invalid("The calendar cannot be read.", e);
        }
        return new Read(List.copyOf(closures), List.copyOf(events));
    }

    private static void refuse(ParseWarning warning) {
        String property = warning.getPropertyName();
        boolean ofZone = warning.getCode() != null && (warning.getCode() == 37 || warning.getCode() == 38);
        if (property != null && ESSENTIAL.contains(property) && !ofZone)
            throw new Invalid(
                    "The calendar's " + property + " in line " + warning.getLineNumber() + " is not understood.");
    }

    private List<Holiday> closures(VEvent event, TimezoneInfo zones) {
        String name = name(event);
        try {
            if (event.getRecurrenceId() != null)
                throw new Invalid("'" + name + "' moves one of several days; give each day an event of its own.");
            if (event.getDateStart() == null) throw new Invalid("'" + name + "' has no DTSTART.");
            ICalDate start = event.getDateStart().getValue();
            return start.hasTime() ? hours(event, name, zones) : days(event, name, zones);
        } catch (DateTimeException | ArithmeticException e) {
            throw new Invalid("'" + name + "' has a date that does not exist.", e);
        }
    }

    private List<Holiday> days(VEvent event, String name, TimezoneInfo zones) {
        LocalDate first = date(event.getDateStart().getValue(), event.getDateStart(), zones);
        LocalDate end = first.plusDays(1);
        if (event.getDateEnd() != null) end = date(event.getDateEnd().getValue(), event.getDateEnd(), zones);
        else if (event.getDuration() != null)
            end = first.plusDays(Math.max(1, length(event).toDays()));
        LocalDate last = end.isAfter(first) ? end.minusDays(1) : first;
        var closure = new Holiday(uid(event), name, first, last, false, Holiday.Kind.CLOSED, List.of());
        return recurring.repeat(event, zones, closure);
    }

    private List<Holiday> hours(VEvent event, String name, TimezoneInfo zones) {
        LocalDateTime start = time(event.getDateStart().getValue(), event.getDateStart(), zones);
        LocalDateTime end;
        if (event.getDateEnd() != null) end = time(event.getDateEnd().getValue(), event.getDateEnd(), zones);
        else if (event.getDuration() != null) end = start.plus(length(event));
        else throw new Invalid("'" + name + "' says not when it ends.");
        LocalDate date = start.toLocalDate();
        int opens = (int) ChronoUnit.MINUTES.between(date.atStartOfDay(), start);
        long closes = ChronoUnit.MINUTES.between(date.atStartOfDay(), end);
        if (closes <= opens) throw new Invalid("'" + name + "' ends before it begins.");
        if (closes > opens + Span.DAY)
            throw new Invalid("'" + name + "' lasts longer than a day but is not of whole days; split it.");
        var closure = new Holiday(
                uid(event), name, date, date, false, Holiday.Kind.CLOSED, List.of(new Span(opens, (int) closes)));
        return recurring.repeat(event, zones, closure);
    }

    private static Duration length(VEvent event) {
        return Duration.ofMillis(event.getDuration().getValue().toMillis());
    }

    private static String name(VEvent event) {
        String summary = event.getSummary() == null ? null : event.getSummary().getValue();
        String name = summary == null ? "" : summary.replaceAll("\\s+", " ").strip();
        if (name.isEmpty()) return "Closed";
        return name.length() > Holiday.LONGEST_NAME ? shortened(name) : name;
    }

    /** Not between the halves of a surrogate pair. */
    private static String shortened(String name) {
        int end = Holiday.LONGEST_NAME - 1;
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** The event's own; of one that has none, or too long a one, it follows from what it says, so that it is found again. */
    private static String uid(VEvent event) {
        String uid = event.getUid() == null ? null : event.getUid().getValue();
        boolean usable = uid != null && !uid.isBlank() && uid.length() <= Holiday.LONGEST_UID - Recurring.SUFFIX;
        if (usable) return uid.strip();
        ICalDate start =
                event.getDateStart() == null ? null : event.getDateStart().getValue();
        return Digests.sha256(uid + " " + name(event) + " " + (start == null ? "" : start.getRawComponents()));
    }

    LocalDate date(ICalDate value, ICalProperty property, TimezoneInfo zones) {
        return value.hasTime()
                ? time(value, property, zones).toLocalDate()
                : raw(value).toLocalDate();
    }

    private LocalDateTime time(ICalDate value, ICalProperty property, TimezoneInfo zones) {
        LocalDateTime raw = raw(value);
        if (value.getRawComponents().isUtc())
            return LocalDateTime.ofInstant(raw.toInstant(java.time.ZoneOffset.UTC), zone);
        String unknown = property.getParameters().first(ICalParameters.TZID);
        if (unknown != null)
            throw new Invalid(
                    "The calendar's time zone '" + unknown + "' is not known; it should be like Europe/Berlin.");
        var assigned = zones.getTimezone(property);
        if (assigned == null) return raw;
        ZoneId stated = ZoneId.of(assigned.getTimeZone().getID());
        return raw.atZone(stated).withZoneSameInstant(zone).toLocalDateTime();
    }

    private static LocalDateTime raw(ICalDate value) {
        DateTimeComponents c = value.getRawComponents();
        return LocalDateTime.of(c.getYear(), c.getMonth(), c.getDate(), c.getHour(), c.getMinute());
    }
}

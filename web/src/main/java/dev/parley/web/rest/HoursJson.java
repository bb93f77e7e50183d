package dev.parley.web.rest;

import dev.parley.hours.Holiday;
import dev.parley.hours.HoursPlan;
import dev.parley.hours.Span;
import dev.parley.hours.Week;
import dev.parley.shared.Invalid;
import dev.parley.shared.PublicIds;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Hours as JSON has them, and back. Times are {@code 09:30} of the local clock, {@code 24:00} the end of a day; dates {@code 2026-12-24}. */
public final class HoursJson {
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private HoursJson() {}

    /** A span of the week; {@code to} not later than {@code from} is on the next day. */
    public record DaySpan(String day, String from, String to) {}

    /** From when to when. */
    public record Time(String from, String to) {}

    /**
     * A holiday, closure or special opening: {@code kind} is {@code closed} (the default; without {@code times} the whole day) or
     * {@code open}. {@code until} is its last day.
     */
    public record HolidayLine(
            String id, String name, String date, String until, boolean yearly, String kind, List<Time> times) {}

    /** As a level says it: {@code timeZone} and {@code week} are missing where it says nothing of them. */
    public record NewHours(
            Integer version,
            String timeZone,
            List<DaySpan> week,
            boolean ownHolidaysOnly,
            List<HolidayLine> holidays) {}

    /** @throws Invalid if something of it makes no sense; the message says what */
    static HoursPlan plan(NewHours said) {
        return new HoursPlan(
                zone(said.timeZone()),
                said.week() == null ? null : week(said.week()),
                said.ownHolidaysOnly(),
                said.holidays() == null
                        ? List.of()
                        : said.holidays().stream().map(HoursJson::holiday).toList());
    }

    static List<DaySpan> week(Week week) {
        List<DaySpan> spans = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values())
            for (Span span : week.on(day)) spans.add(new DaySpan(wire(day), span.from(), span.to()));
        return spans;
    }

    static HolidayLine line(Holiday holiday) {
        return new HolidayLine(
                holiday.uid(),
                holiday.name(),
                holiday.first().toString(),
                holiday.last().equals(holiday.first()) ? null : holiday.last().toString(),
                holiday.yearly(),
                wire(holiday.kind()),
                holiday.spans().stream().map(s -> new Time(s.from(), s.to())).toList());
    }

    static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static ZoneId zone(String name) {
        if (name == null) return null;
        if (!ZONES.contains(name))
            throw new Invalid("There is no time zone '" + name + "'; one is like Europe/Berlin.");
        return ZoneId.of(name);
    }

    private static Week week(List<DaySpan> said) {
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        for (DaySpan span : said)
            days.computeIfAbsent(day(span.day()), d -> new ArrayList<>()).add(Span.of(span.from(), span.to()));
        return new Week(days);
    }

    private static DayOfWeek day(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> wire(day).equals(name))
                .findFirst()
                .orElseThrow(() -> new Invalid("A day is monday to sunday."));
    }

    private static Holiday holiday(HolidayLine said) {
        List<Span> spans = said.times() == null
                ? List.of()
                : said.times().stream().map(t -> Span.of(t.from(), t.to())).toList();
        return new Holiday(
                said.id() == null ? PublicIds.next() : said.id(),
                said.name(),
                date(said.date()),
                said.until() == null ? null : date(said.until()),
                said.yearly(),
                kind(said.kind()),
                spans);
    }

    private static Holiday.Kind kind(String name) {
        if (name == null || name.equals("closed")) return Holiday.Kind.CLOSED;
        if (name.equals("open")) return Holiday.Kind.OPEN;
        throw new Invalid("A holiday's kind is closed or open.");
    }

    private static LocalDate date(String date) {
        try {
            return date == null ? null : LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw new Invalid("A date is written 2026-12-24.", e);
        }
    }
}

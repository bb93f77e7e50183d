package dev.parley.hours.domain;

import dev.parley.hours.Holiday;
import dev.parley.hours.HoursLevel;
import dev.parley.hours.HoursPlan;
import dev.parley.hours.Span;
import dev.parley.hours.Week;
import dev.parley.hours.domain.DayPlan.Part;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The hours on a clock that only goes forward, whatever the zone. Of several levels the more special one decides:
 *
 * <ul>
 *   <li>The week is that of the most special level that has one; of none, always open.
 *   <li>A date that some level closes, or opens specially, is as the most special such level says, whatever more general ones say of that
 *       date; where one level says both, it is open. Closures for some hours are taken out, unless a more special level decided the date.
 *   <li>A span belongs to the date on which it begins. A closed date has no spans, and one that reaches over midnight into a closed date
 *       ends at that midnight; a special opening does not, since somebody said exactly when it ends.
 * </ul>
 */
final class LocalCalendar {
    /** What holds of a date depends on its day of the week and on that of the day before. */
    private static final int PERIOD = 8;

    /** In so many years each date has fallen on each day of the week, 29 February around 2100 included. */
    private static final int ALL_YEARS = 41;

    private final List<LevelPlan> special;
    private final Week week;
    private final HoursLevel weekBy;
    private final List<Holiday> holidays;
    private final boolean canOpen;

    /** @param levels those that hold, the most special first */
    LocalCalendar(List<LevelPlan> levels) {
        special = List.copyOf(levels);
        Optional<LevelPlan> weekly =
                special.stream().filter(l -> l.plan().week() != null).findFirst();
        week = weekly.map(l -> l.plan().week()).orElse(Week.ALWAYS);
        weekBy = weekly.map(LevelPlan::level).orElse(HoursLevel.COMPANY);
        holidays = special.stream().flatMap(l -> l.plan().holidays().stream()).toList();
        canOpen = !week.days().isEmpty() || holidays.stream().anyMatch(h -> h.kind() == Holiday.Kind.OPEN);
    }

    /** The opening in which that moment lies, if it is open. */
    Optional<Dated> opening(LocalDateTime at) {
        return opening(at, day(at.toLocalDate()), day(at.toLocalDate().minusDays(1)));
    }

    /** A span on its date. */
    record Dated(LocalDate date, Part part) {}

    private Optional<Dated> opening(LocalDateTime at, DayPlan today, DayPlan yesterday) {
        return closure(at, today, yesterday).isPresent() ? Optional.empty() : planned(at, today, yesterday);
    }

    /** As {@link #opening}, closures for some hours aside. */
    private static Optional<Dated> planned(LocalDateTime at, DayPlan today, DayPlan yesterday) {
        int minute = minute(at);
        LocalDate date = at.toLocalDate();
        Stream<Dated> begun =
                today.openings().stream().filter(p -> p.span().contains(minute)).map(p -> new Dated(date, p));
        Stream<Dated> over = yesterday.openings().stream()
                .filter(p -> p.span().contains(minute + Span.DAY))
                .filter(p -> today.closed() == null || !p.isOrdinary())
                .map(p -> new Dated(date.minusDays(1), p));
        return Stream.concat(begun, over).findFirst();
    }

    private static Optional<Dated> closure(LocalDateTime at, DayPlan today, DayPlan yesterday) {
        int minute = minute(at);
        LocalDate date = at.toLocalDate();
        return Stream.concat(
                        today.closures().stream()
                                .filter(p -> p.span().contains(minute))
                                .map(p -> new Dated(date, p)),
                        yesterday.closures().stream()
                                .filter(p -> p.span().contains(minute + Span.DAY))
                                .map(p -> new Dated(date.minusDays(1), p)))
                .findFirst();
    }

    /** The closure for some hours without which it would be open then. */
    Optional<Dated> closure(LocalDateTime at) {
        DayPlan today = day(at.toLocalDate());
        DayPlan yesterday = day(at.toLocalDate().minusDays(1));
        return planned(at, today, yesterday).flatMap(p -> closure(at, today, yesterday));
    }

    /** The first moment after {@code at} at which it is open where it is not at {@code at}, or the other way round. */
    Optional<LocalDateTime> change(LocalDateTime at) {
        boolean open = opening(at).isPresent();
        if (!open && !canOpen) return Optional.empty();
        LocalDate date = at.toLocalDate();
        LocalDate end = Stream.concat(Stream.of(date), holidays.stream().map(Holiday::last))
                .max(Comparator.naturalOrder())
                .orElse(date)
                .plusYears(ALL_YEARS);
        LocalDate quietSince = date;
        DayPlan yesterday = day(date.minusDays(1));
        while (date.isBefore(end)) {
            DayPlan today = day(date);
            for (int minute : edges(today, yesterday)) {
                LocalDateTime edge = date.atStartOfDay().plusMinutes(minute);
                if (edge.isAfter(at) && opening(edge, today, yesterday).isPresent() != open) return Optional.of(edge);
            }
            yesterday = today;
            date = date.plusDays(1);
            if (!date.isAfter(quietSince.plusDays(PERIOD))) continue;
            // a whole period without a change: nothing comes before other holidays hold
            quietSince = nextBreak(quietSince);
            if (quietSince == null) return Optional.empty();
            if (quietSince.isAfter(date)) {
                date = quietSince;
                yesterday = day(date.minusDays(1));
            }
        }
        return Optional.empty();
    }

    /** The first date after {@code date} on which other holidays hold; null if there is none. */
    private LocalDate nextBreak(LocalDate date) {
        return holidays.stream()
                .flatMap(h -> h.nextBreak(date))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The minutes of the day at which something may change. */
    private static TreeSet<Integer> edges(DayPlan today, DayPlan yesterday) {
        var edges = new TreeSet<Integer>(List.of(0));
        Stream.concat(today.openings().stream(), today.closures().stream())
                .forEach(p -> edges.addAll(List.of(p.span().opens(), p.span().closes())));
        Stream.concat(yesterday.openings().stream(), yesterday.closures().stream())
                .forEach(p -> edges.add(Math.max(0, p.span().closes() - Span.DAY)));
        edges.tailSet(Span.DAY).clear();
        return edges;
    }

    /** What holds on that date. */
    DayPlan day(LocalDate date) {
        List<Part> closures = new ArrayList<>();
        for (LevelPlan level : special) {
            HoursPlan plan = level.plan();
            List<Holiday> today =
                    plan.holidays().stream().filter(h -> h.covers(date)).toList();
            today.stream()
                    .filter(h -> h.kind() == Holiday.Kind.CLOSED)
                    .forEach(h -> closures.addAll(parts(h, level.level())));
            List<Part> openings = today.stream()
                    .filter(h -> h.kind() == Holiday.Kind.OPEN)
                    .flatMap(h -> parts(h, level.level()).stream())
                    .toList();
            if (!openings.isEmpty()) return new DayPlan(openings, closures, null, level.level());
            Optional<Holiday> closing =
                    today.stream().filter(Holiday::closesDay).findFirst();
            if (closing.isPresent()) return new DayPlan(List.of(), closures, closing.get(), level.level());
            if (plan.ownHolidaysOnly()) break;
        }
        List<Part> ordinary = week.on(date.getDayOfWeek()).stream()
                .map(span -> new Part(span, null, weekBy))
                .toList();
        return new DayPlan(ordinary, closures, null, weekBy);
    }

    private static List<Part> parts(Holiday holiday, HoursLevel by) {
        return holiday.spans().stream().map(span -> new Part(span, holiday, by)).toList();
    }

    private static int minute(LocalDateTime at) {
        LocalTime time = at.toLocalTime();
        return time.getHour() * 60 + time.getMinute();
    }
}

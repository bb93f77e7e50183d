package dev.parley.hours;

import dev.parley.shared.Invalid;
import dev.parley.shared.ShortText;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * One day, or some days in a row, on which something else holds than in an ordinary week: a public holiday, a closure, a special opening.
 *
 * @param uid its name over imports, at most 255 characters, unique in its level; never null
 * @param name what a visitor or colleague may read, 1 to 120 characters
 * @param first the first day
 * @param last the last day, {@code first} where it is one; at most 366 days
 * @param yearly whether it comes again each year on the date of its first day and with as many days; 29 February only in leap years
 * @param kind whether the desk is closed or open then
 * @param spans when, on each of the days. Of {@link Kind#OPEN}: instead of the week's, at least one. Of {@link Kind#CLOSED}: taken out of
 *     whatever would be open; none means the whole day
 */
public record Holiday(
        String uid, String name, LocalDate first, LocalDate last, boolean yearly, Kind kind, List<Span> spans) {
    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_UID = 255;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;
    private static final int MOST_DAYS = 366;
    /** A leap year comes within eight years, also around 2100. */
    private static final int LEAP = 8;

    public enum Kind {
        CLOSED,
        OPEN
    }

    public Holiday {
        name = ShortText.of("A holiday's name", name, LONGEST_NAME);
        if (name == null) throw new Invalid("A holiday needs a name.");
        uid = ShortText.of("A holiday's id", uid, LONGEST_UID);
        if (uid == null) throw new Invalid("A holiday needs an id.");
        if (first == null) throw new Invalid("'" + name + "' needs a date.");
        last = last == null ? first : last;
        if (first.getYear() < FIRST_YEAR || last.getYear() > LAST_YEAR)
            throw new Invalid("'" + name + "' must be between " + FIRST_YEAR + " and " + LAST_YEAR + ".");
        if (last.isBefore(first)) throw new Invalid("'" + name + "' ends before it begins.");
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS)
            throw new Invalid("'" + name + "' has more than " + MOST_DAYS + " days.");
        if (spans.size() > Week.MOST_A_DAY) throw new Invalid("A day has at most " + Week.MOST_A_DAY + " spans.");
        if (kind == Kind.OPEN && spans.isEmpty()) throw new Invalid("'" + name + "' says not when it is open.");
        spans = spans.stream().distinct().sorted().toList();
    }

    /** Whether it closes its days from midnight to midnight. */
    public boolean closesDay() {
        return kind == Kind.CLOSED && spans.isEmpty();
    }

    /** Whether it holds on that day. */
    public boolean covers(LocalDate day) {
        if (!yearly) return !day.isBefore(first) && !day.isAfter(last);
        return covers(day, day.getYear()) || covers(day, day.getYear() - 1);
    }

    private boolean covers(LocalDate day, int year) {
        if (year < first.getYear() || !MonthDay.from(first).isValidYear(year)) return false;
        LocalDate begin = first.withYear(year);
        return !day.isBefore(begin) && !day.isAfter(begin.plusDays(length()));
    }

    /** The first day after {@code day} on which it begins to hold or does not hold any more; empty if there is none. */
    public Stream<LocalDate> nextBreak(LocalDate day) {
        Stream<LocalDate> begins = yearly
                ? IntStream.rangeClosed(day.getYear() - 1, day.getYear() + LEAP)
                        .boxed()
                        .flatMap(this::of)
                : Stream.of(first);
        return begins.flatMap(begin -> LongStream.of(0, length() + 1).mapToObj(begin::plusDays))
                .filter(edge -> edge.isAfter(day))
                .sorted()
                .limit(1);
    }

    private long length() {
        return ChronoUnit.DAYS.between(first, last);
    }

    /** Its first day in that year. */
    private Stream<LocalDate> of(int year) {
        MonthDay date = MonthDay.from(first);
        boolean there = year >= first.getYear() && date.isValidYear(year);
        return there ? Stream.of(Year.of(year).atMonthDay(date)) : Stream.empty();
    }
}

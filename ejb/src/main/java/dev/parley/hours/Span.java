package dev.parley.hours;

import dev.parley.shared.Invalid;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From when to when, on the local clock, said of the day on which it begins. It may go past midnight into the next day and lasts at most
 * 24 hours.
 *
 * @param opens minutes from the midnight with which its day begins, 0 to 1,439
 * @param closes minutes from the same midnight, the first that is not in it any more; later than {@code opens}, at most 24 hours
 */
public record Span(int opens, int closes) implements Comparable<Span> {
    /** Minutes of a day on a clock. */
    public static final int DAY = 24 * 60;

    /** From midnight to midnight. */
    public static final Span WHOLE_DAY = new Span(0, DAY);

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)");
    private static final String MIDNIGHT = "24:00";

    public Span {
        if (opens < 0 || opens >= DAY) throw new Invalid("A span begins at 00:00 to 23:59.");
        if (closes <= opens || closes > opens + DAY) throw new Invalid("A span lasts from a minute to 24 hours.");
    }

    /**
     * @param from {@code 00:00} to {@code 23:59}
     * @param to {@code 00:00} to {@code 24:00}; not later than {@code from} means on the next day
     * @throws Invalid if one is no time, or both are the same: nobody could tell whether that is nothing or a whole day
     */
    public static Span of(String from, String to) {
        int opens = minutes(from);
        int closes = MIDNIGHT.equals(to) ? DAY : minutes(to);
        if (opens == closes)
            throw new Invalid("A span cannot begin and end at " + from + "; a whole day is 00:00 to 24:00.");
        return new Span(opens, closes < opens ? closes + DAY : closes);
    }

    /** When it begins: {@code 09:00}. */
    public String from() {
        return text(opens);
    }

    /** When it ends: {@code 17:00}; {@code 24:00} at the end of its day; {@code 02:00} also for two in the night after. */
    public String to() {
        return closes == DAY ? MIDNIGHT : text(closes % DAY);
    }

    /** Whether that minute, counted from the midnight of its day, is in it. */
    public boolean contains(int minute) {
        return minute >= opens && minute < closes;
    }

    @Override
    public int compareTo(Span other) {
        return Comparator.comparingInt(Span::opens)
                .thenComparingInt(Span::closes)
                .compare(this, other);
    }

    private static int minutes(String time) {
        Matcher m = TIME.matcher(time == null ? "" : time);
        if (!m.matches()) throw new Invalid("A time is written 09:30; an end may be 24:00.");
        return Integer.parseInt(m.group(1)) * 60 + Integer.parseInt(m.group(2));
    }

    private static String text(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}

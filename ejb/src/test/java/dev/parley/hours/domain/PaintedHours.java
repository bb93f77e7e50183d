package dev.parley.hours.domain;

import dev.parley.hours.Holiday;
import dev.parley.hours.Span;
import dev.parley.hours.Week;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The same hours by brute force: each minute of some local dates is painted open or not, in the order in which the rules are told. Knows
 * nothing of zones: whoever asks says what the clock shows.
 */
final class PaintedHours {
    private final LocalDate from;
    private final BitSet open = new BitSet();

    /** @param levels the most special first */
    PaintedHours(List<LevelPlan> levels, LocalDate from, LocalDate to) {
        this.from = from;
        List<LocalDate> dates = from.datesUntil(to.plusDays(1)).toList();
        List<Runnable> closing = new ArrayList<>();
        List<Runnable> special = new ArrayList<>();
        List<Runnable> cutting = new ArrayList<>();
        for (LocalDate date : dates) {
            boolean decided = false;
            for (LevelPlan level : levels) {
                List<Holiday> holidays = level.plan().holidays().stream()
                        .filter(h -> on(h, date))
                        .toList();
                for (Holiday h : holidays) {
                    if (h.kind() == Holiday.Kind.CLOSED && !h.spans().isEmpty())
                        h.spans().forEach(s -> cutting.add(() -> paint(date, s, false)));
                    if (h.kind() == Holiday.Kind.OPEN) {
                        h.spans().forEach(s -> special.add(() -> paint(date, s, true)));
                        decided = true;
                    }
                }
                if (!decided && holidays.stream().anyMatch(Holiday::closesDay)) {
                    closing.add(() -> paint(date, Span.WHOLE_DAY, false));
                    decided = true;
                }
                if (decided || level.plan().ownHolidaysOnly()) break;
            }
            if (!decided) week(levels).on(date.getDayOfWeek()).forEach(s -> paint(date, s, true));
        }
        closing.forEach(Runnable::run);
        special.forEach(Runnable::run);
        cutting.forEach(Runnable::run);
    }

    boolean openAt(LocalDateTime shown) {
        return open.get((int) ChronoUnit.MINUTES.between(from.atStartOfDay(), shown));
    }

    private static Week week(List<LevelPlan> levels) {
        for (LevelPlan level : levels)
            if (level.plan().week() != null) return level.plan().week();
        return Week.ALWAYS;
    }

    private static boolean on(Holiday holiday, LocalDate date) {
        for (LocalDate day = holiday.first(); !day.isAfter(holiday.last()); day = day.plusDays(1)) {
            for (int years = 0; years <= (holiday.yearly() ? 60 : 0); years++) {
                LocalDate again = day.plusYears(years);
                if (again.equals(date) && again.getDayOfMonth() == day.getDayOfMonth()) return true;
            }
        }
        return false;
    }

    private void paint(LocalDate date, Span span, boolean colour) {
        int midnight = (int) ChronoUnit.DAYS.between(from, date) * Span.DAY;
        open.set(midnight + span.opens(), midnight + span.closes(), colour);
    }
}

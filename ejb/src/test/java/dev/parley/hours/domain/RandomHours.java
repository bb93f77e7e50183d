package dev.parley.hours.domain;

import dev.parley.hours.Channel;
import dev.parley.hours.Holiday;
import dev.parley.hours.HoursLevel;
import dev.parley.hours.HoursPlan;
import dev.parley.hours.Span;
import dev.parley.hours.Week;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Hours as nobody would keep them, but the same for the same seed: short spans at night, closures and openings around a date. */
final class RandomHours {
    static final HoursLevel ASKED = new HoursLevel(1L, 2L, Channel.CHAT);

    private static final List<HoursLevel> LEVELS =
            List.of(ASKED, new HoursLevel(null, 2L, null), new HoursLevel(1L, null, null), HoursLevel.COMPANY);

    private final Random random;
    private int uid;

    RandomHours(long seed) {
        random = new Random(seed);
    }

    /** The most special level first; the company has a zone and a week. */
    List<LevelPlan> around(LocalDate date, ZoneId zone) {
        List<LevelPlan> levels = new ArrayList<>();
        for (HoursLevel level : LEVELS) {
            boolean company = level.equals(HoursLevel.COMPANY);
            if (!company && random.nextInt(3) > 0) continue;
            Week week = company || random.nextBoolean() ? week() : null;
            levels.add(new LevelPlan(
                    level, new HoursPlan(company ? zone : null, week, random.nextInt(4) == 0, holidays(date))));
        }
        return levels;
    }

    private Week week() {
        if (random.nextInt(10) == 0) return random.nextBoolean() ? Week.ALWAYS : Week.NEVER;
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) days.put(day, spans(random.nextInt(4)));
        return new Week(days);
    }

    private List<Span> spans(int count) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // mostly at night, where clocks are changed
            int opens = random.nextInt(3) > 0 ? random.nextInt(5 * 60) : random.nextInt(Span.DAY);
            int lasts = random.nextBoolean() ? 1 + random.nextInt(90) : 1 + random.nextInt(Span.DAY);
            spans.add(new Span(opens, opens + lasts));
        }
        return spans;
    }

    private List<Holiday> holidays(LocalDate date) {
        List<Holiday> holidays = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate first = date.plusDays(random.nextInt(5) - 2);
            boolean yearly = random.nextInt(3) == 0;
            if (yearly) first = first.minusYears(random.nextInt(3));
            Holiday.Kind kind = random.nextBoolean() ? Holiday.Kind.OPEN : Holiday.Kind.CLOSED;
            int spans = kind == Holiday.Kind.OPEN ? 1 + random.nextInt(2) : random.nextInt(3);
            holidays.add(new Holiday(
                    "uid-" + uid++, "Holiday", first, first.plusDays(random.nextInt(3)), yearly, kind, spans(spans)));
        }
        return holidays;
    }
}

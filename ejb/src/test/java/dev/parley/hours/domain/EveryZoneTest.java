package dev.parley.hours.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The calendar against minutes that are stepped through, in each zone that Java knows, around each change of a clock in 2025 to 2028.
 * Zones with the same rules are stepped through once.
 */
@Tag("ROU-9")
class EveryZoneTest {
    private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2029-01-01T00:00:00Z");
    private static final int BEFORE = 36 * 60;
    private static final int AFTER = 36 * 60;

    @Test
    void it_is_what_stepping_through_the_minutes_of_each_change_of_a_clock_says() {
        int cases = 0;
        for (ZoneId zone : zones()) {
            for (ZoneOffsetTransition change : changes(zone.getRules())) {
                Instant middle = change.getInstant().truncatedTo(ChronoUnit.MINUTES);
                agree(zone, middle, ++cases);
            }
        }
        assertThat(cases).as("changes of clocks").isGreaterThan(300);
    }

    @Test
    void it_is_what_stepping_says_in_each_zone_on_an_ordinary_day() {
        int cases = 0;
        for (ZoneId zone : zones()) agree(zone, Instant.parse("2026-12-31T23:00:00Z"), 10_000 + ++cases);
        assertThat(cases).isGreaterThan(100);
    }

    @Test
    void every_zone_of_java_has_an_answer_that_holds_until_its_next_change() {
        List<String> ids = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        for (String id : ids) {
            ZoneId zone = ZoneId.of(id);
            var calendar = BusinessCalendar.of(
                    new RandomHours(id.hashCode()).around(LocalDate.parse("2026-03-29"), zone), RandomHours.ASKED);
            Instant at = Instant.parse("2026-03-01T12:00:00Z");
            for (int i = 0; i < 10; i++) {
                Instant next = calendar.nextChange(at).orElse(null);
                if (next == null) break;
                assertThat(next).as(id).isAfter(at);
                assertThat(calendar.openAt(next)).as(id).isNotEqualTo(calendar.openAt(at));
                assertThat(calendar.openAt(next.minusNanos(1))).as(id).isEqualTo(calendar.openAt(at));
                assertThat(calendar.at(at).nextChange()).isEqualTo(next);
                at = next;
            }
        }
        assertThat(ids).hasSizeGreaterThan(500);
    }

    private static void agree(ZoneId zone, Instant middle, long seed) {
        LocalDate date = middle.atZone(zone).toLocalDate();
        List<LevelPlan> levels = new RandomHours(seed).around(date, zone);
        var calendar = BusinessCalendar.of(levels, RandomHours.ASKED);
        var painted = new PaintedHours(levels, date.minusDays(6), date.plusDays(6));
        Supplier<String> what = () -> zone + " at " + middle + ", seed " + seed + ": " + levels;

        LocalDateTime shown = LocalDateTime.MIN;
        boolean[] open = new boolean[BEFORE + AFTER];
        List<Integer> changes = new ArrayList<>();
        Instant start = middle.minus(Duration.ofMinutes(BEFORE));
        // the clock may have been set back shortly before
        for (int i = -24 * 60; i < open.length; i++) {
            Instant at = start.plus(Duration.ofMinutes(i));
            LocalDateTime now = LocalDateTime.ofInstant(at, zone);
            if (now.isAfter(shown)) shown = now;
            if (i < 0) continue;
            open[i] = painted.openAt(shown);
            if (i > 0 && open[i] != open[i - 1]) changes.add(i);
            if (i % 31 == 0) assertThat(calendar.openAt(at)).as(what).isEqualTo(open[i]);
        }
        Instant at = start;
        for (int change : changes) {
            Instant next = start.plus(Duration.ofMinutes(change));
            assertThat(calendar.nextChange(at)).as(what).contains(next);
            assertThat(calendar.openAt(next)).as(what).isEqualTo(open[change]);
            assertThat(calendar.openAt(next.minusNanos(1))).as(what).isEqualTo(open[change - 1]);
            at = next;
        }
        Instant end = start.plus(Duration.ofMinutes(open.length));
        calendar.nextChange(at).ifPresent(next -> assertThat(next).as(what).isAfterOrEqualTo(end));
        int minutes = 0;
        for (boolean minute : open) if (minute) minutes++;
        assertThat(calendar.openBetween(start, end)).as(what).isEqualTo(Duration.ofMinutes(minutes));
    }

    /** One of each kind of rules. */
    private static List<ZoneId> zones() {
        Map<ZoneRules, ZoneId> kinds = new LinkedHashMap<>();
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(id);
            kinds.putIfAbsent(zone.getRules(), zone);
        }
        kinds.putIfAbsent(ZoneOffset.UTC.getRules(), ZoneOffset.UTC);
        return List.copyOf(kinds.values());
    }

    private static List<ZoneOffsetTransition> changes(ZoneRules rules) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        for (var next = rules.nextTransition(FROM);
                next != null && next.getInstant().isBefore(TO);
                next = rules.nextTransition(next.getInstant())) changes.add(next);
        return changes;
    }
}

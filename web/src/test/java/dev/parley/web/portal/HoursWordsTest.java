package dev.parley.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.hours.HoursLevel;
import dev.parley.hours.Opening;
import dev.parley.hours.Opening.Reason;
import dev.parley.hours.Span;
import dev.parley.hours.Week;
import dev.parley.web.language.Words;
import jakarta.json.Json;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("COM-2")
class HoursWordsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** Friday, 15:00 in Berlin. */
    private static final Instant FRIDAY = Instant.parse("2026-11-27T14:00:00Z");

    private final HoursWords words = new HoursWords(new Words(Locale.ENGLISH));

    private static Opening opening(boolean open, Reason reason, String holiday, String next) {
        return new Opening(
                open,
                reason,
                HoursLevel.COMPANY,
                holiday,
                LocalDate.parse("2026-11-27"),
                null,
                BERLIN,
                next == null ? null : Instant.parse(next));
    }

    private String state(boolean open, Reason reason, String holiday, String next) {
        return words.state(opening(open, reason, holiday, next), FRIDAY);
    }

    @Test
    void days_with_the_same_hours_are_said_together() {
        List<Span> day = List.of(Span.of("09:00", "13:00"), Span.of("14:00", "18:00"));
        Week week = new Week(Map.of(
                DayOfWeek.MONDAY, day,
                DayOfWeek.TUESDAY, day,
                DayOfWeek.WEDNESDAY, day,
                DayOfWeek.FRIDAY, List.of(Span.of("20:00", "02:00"))));

        assertThat(words.week(week)).isEqualTo("Mon–Wed 09:00–13:00, 14:00–18:00; Fri 20:00–02:00");
        assertThat(words.week(Week.ALWAYS)).isEqualTo("around the clock");
        assertThat(words.week(Week.NEVER)).isEqualTo("never open");
    }

    @Test
    void the_state_says_until_when_and_when_again() {
        assertThat(state(true, Reason.HOURS, null, "2026-11-27T16:00:00Z")).isEqualTo("Open now, until 17:00.");
        assertThat(state(true, Reason.HOURS, null, "2026-11-27T23:00:00Z")).isEqualTo("Open now, until 24:00.");
        assertThat(state(true, Reason.HOURS, null, null)).isEqualTo("Open now, around the clock.");
        assertThat(state(false, Reason.OUTSIDE_HOURS, null, "2026-11-30T08:00:00Z"))
                .isEqualTo("Closed now; opens Monday 09:00.");
        assertThat(state(false, Reason.HOLIDAY, "Bridge day", "2026-11-30T08:00:00Z"))
                .isEqualTo("Closed now: Bridge day; opens Monday 09:00.");
        assertThat(state(false, Reason.OUTSIDE_HOURS, null, "2027-01-04T08:00:00Z"))
                .contains("January 4, 2027 09:00");
        assertThat(state(false, Reason.OUTSIDE_HOURS, null, null)).isEqualTo("Closed, and no opening is planned.");
    }

    @Test
    void a_week_goes_through_the_grid_unchanged_and_what_is_no_time_is_named() throws Exception {
        Week week = new Week(Map.of(
                DayOfWeek.FRIDAY, List.of(Span.of("20:00", "02:00"), Span.of("08:00", "12:00")),
                DayOfWeek.SUNDAY, List.of(Span.WHOLE_DAY)));

        assertThat(WeekText.of(week)).isEqualTo("5 08:00-12:00 20:00-02:00\n7 00:00-24:00");
        assertThat(WeekText.parse(WeekText.of(week))).isEqualTo(week);
        assertThat(WeekText.parse(null)).isEqualTo(Week.NEVER);
        assertThatThrownBy(() -> WeekText.parse("2 09:00-five"))
                .isInstanceOfSatisfying(
                        WeekText.NotASpan.class, e -> assertThat(e.typed()).isEqualTo("09:00-five"));
        assertThatThrownBy(() -> WeekText.parse("2 09:00-09:00")).isInstanceOf(WeekText.NotASpan.class);
        assertThatThrownBy(() -> WeekText.parse("2 09:00")).isInstanceOf(WeekText.NotASpan.class);
    }

    @Test
    void the_audit_log_says_holidays_as_the_page_does() {
        var holiday = Json.createObjectBuilder()
                .add("name", "Christmas")
                .add("date", "2026-12-24")
                .add("until", "2026-12-24")
                .add("yearly", true)
                .add("kind", "closed")
                .add("times", Json.createArrayBuilder().add("12:00–24:00"));

        assertThat(AuditedHours.holidays(Json.createArrayBuilder().add(holiday).build(), words.words()))
                .isEqualTo("Christmas (Dec 24, 2026, every year, closed 12:00–24:00)");
    }
}

package dev.parley.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.hours.HoursPlan;
import dev.parley.hours.Span;
import dev.parley.hours.Week;
import dev.parley.shared.Invalid;
import dev.parley.web.rest.HoursJson.DaySpan;
import dev.parley.web.rest.HoursJson.HolidayLine;
import dev.parley.web.rest.HoursJson.NewHours;
import dev.parley.web.rest.HoursJson.Time;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ROU-9")
class HoursJsonTest {
    @Test
    void what_is_read_is_written_the_same() {
        var fair = new HolidayLine(
                "fair", "Fair", "2026-12-05", "2026-12-06", false, "open", List.of(new Time("20:00", "02:00")));
        var said = new NewHours(
                1,
                "Europe/Berlin",
                List.of(new DaySpan("monday", "09:00", "24:00"), new DaySpan("sunday", "22:00", "02:00")),
                false,
                List.of(fair));

        HoursPlan plan = HoursJson.plan(said);

        assertThat(plan.week().on(DayOfWeek.SUNDAY)).containsExactly(new Span(1320, 1560));
        assertThat(HoursJson.week(plan.week())).isEqualTo(said.week());
        assertThat(plan.holidays().stream().map(HoursJson::line)).containsExactly(fair);
    }

    @Test
    void what_is_left_out_is_not_said_and_an_empty_week_is_closed() {
        assertThat(HoursJson.plan(new NewHours(0, null, null, false, null))).isEqualTo(HoursPlan.SILENT);
        assertThat(HoursJson.plan(new NewHours(0, null, List.of(), false, null)).week())
                .isEqualTo(Week.NEVER);
    }

    @Test
    void a_holiday_without_a_kind_closes_its_day_and_gets_an_id() {
        var christmas = HoursJson.plan(new NewHours(
                        0,
                        null,
                        null,
                        false,
                        List.of(new HolidayLine(null, "Christmas", "2026-12-25", null, true, null, null))))
                .holidays()
                .get(0);

        assertThat(christmas.closesDay()).isTrue();
        assertThat(christmas.uid()).isNotBlank();
        assertThat(christmas.last()).isEqualTo(christmas.first());
    }

    @Test
    void what_makes_no_sense_is_refused() {
        refused(new NewHours(0, "Mars/Olympus", null, false, null), "Mars/Olympus");
        refused(new NewHours(0, null, List.of(new DaySpan("funday", "09:00", "10:00")), false, null), "sunday");
        refused(new NewHours(0, null, List.of(new DaySpan(null, "09:00", "10:00")), false, null), "sunday");
        refused(new NewHours(0, null, List.of(new DaySpan("monday", "9", "10:00")), false, null), "09:30");
        refused(holiday("2026-13-01", "closed"), "2026-12-24");
        refused(holiday(null, "closed"), "date");
        refused(holiday("2026-12-01", "ajar"), "closed or open");
    }

    private static NewHours holiday(String date, String kind) {
        return new NewHours(0, null, null, false, List.of(new HolidayLine("x", "X", date, null, false, kind, null)));
    }

    private static void refused(NewHours said, String reason) {
        assertThatThrownBy(() -> HoursJson.plan(said))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(reason);
    }
}

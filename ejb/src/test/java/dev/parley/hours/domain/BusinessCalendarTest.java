package dev.parley.hours.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.hours.Channel;
import dev.parley.hours.Holiday;
import dev.parley.hours.HoursLevel;
import dev.parley.hours.HoursPlan;
import dev.parley.hours.OpenTime;
import dev.parley.hours.Opening;
import dev.parley.hours.Opening.Reason;
import dev.parley.hours.Span;
import dev.parley.hours.Week;
import dev.parley.shared.Invalid;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("ROU-9")
class BusinessCalendarTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final HoursLevel SITE = new HoursLevel(7L, null, null);
    private static final HoursLevel SUPPORT = new HoursLevel(null, 2L, null);
    private static final HoursLevel VOICE = new HoursLevel(null, null, Channel.VOICE);
    private static final Week NINE_TO_FIVE = Week.every(Span.of("09:00", "17:00"));

    @Test
    void a_day_has_as_many_spans_as_it_needs_and_the_answer_says_which() {
        var calendar = company(week(DayOfWeek.MONDAY, "08:00-12:00", "13:00-17:00", "18:00-20:00"));

        Opening lunch = calendar.at(Instant.parse("2026-11-30T11:30:00Z")); // 12:30 in Berlin
        Opening after = calendar.at(Instant.parse("2026-11-30T12:00:00Z"));

        assertThat(lunch.open()).isFalse();
        assertThat(lunch.reason()).isEqualTo(Reason.OUTSIDE_HOURS);
        assertThat(lunch.nextChange()).isEqualTo("2026-11-30T12:00:00Z");
        assertThat(after.open()).isTrue();
        assertThat(after.span()).isEqualTo(Span.of("13:00", "17:00"));
        assertThat(after.nextChange()).isEqualTo("2026-11-30T16:00:00Z");
    }

    @Test
    @Tag("ROU-12")
    void time_that_passes_while_it_is_open_ends_in_an_opening_and_goes_over_nights_and_closed_days() {
        var calendar = company(week(DayOfWeek.FRIDAY, "09:00-17:00"));
        Instant friday = Instant.parse("2026-11-27T15:30:00Z"); // 16:30 in Berlin

        assertThat(calendar.afterOpen(friday, Duration.ofMinutes(20))).contains(friday.plusSeconds(1200));
        assertThat(calendar.afterOpen(friday, Duration.ofMinutes(30)))
                .as("the end of the day, not the next morning")
                .contains(Instant.parse("2026-11-27T16:00:00Z"));
        assertThat(calendar.afterOpen(friday, Duration.ofMinutes(45))).contains(Instant.parse("2026-12-04T08:15:00Z"));
        assertThat(calendar.afterOpen(Instant.parse("2026-11-28T12:00:00Z"), Duration.ofHours(9)))
                .contains(Instant.parse("2026-12-11T09:00:00Z"));
        assertThat(calendar.afterOpen(friday, Duration.ZERO)).contains(friday);
    }

    @Test
    @Tag("ROU-12")
    void where_it_never_opens_no_time_passes_and_where_it_never_closes_it_is_the_clocks_time() {
        Instant at = Instant.parse("2026-11-27T15:30:00Z");

        assertThat(company(Week.NEVER).afterOpen(at, Duration.ofMinutes(1))).isEmpty();
        assertThat(company(Week.ALWAYS).afterOpen(at, Duration.ofDays(30))).contains(at.plus(Duration.ofDays(30)));
    }

    @Test
    void a_span_past_midnight_belongs_to_the_day_on_which_it_begins() {
        var calendar = company(week(DayOfWeek.FRIDAY, "22:00-02:00"));

        Opening night = calendar.at(Instant.parse("2026-11-28T00:30:00Z")); // Saturday, 1:30 in Berlin

        assertThat(night.open()).isTrue();
        assertThat(night.date()).isEqualTo("2026-11-27");
        assertThat(night.nextChange()).isEqualTo("2026-11-28T01:00:00Z");
        assertThat(calendar.nextChange(night.nextChange())).contains(Instant.parse("2026-12-04T21:00:00Z"));
    }

    @Test
    @Tag("WID-10")
    void its_times_are_moments_over_nights_and_over_the_change_of_the_clock() {
        var nights = company(week(DayOfWeek.FRIDAY, "22:00-02:00"));
        var mornings = company(Week.every(Span.of("09:00", "10:00")));

        assertThat(nights.openTimes(Instant.parse("2026-11-27T22:00:00Z"), Instant.parse("2026-12-04T22:00:00Z")))
                .as("cut at both ends")
                .containsExactly(
                        time("2026-11-27T22:00:00Z", "2026-11-28T01:00:00Z"),
                        time("2026-12-04T21:00:00Z", "2026-12-04T22:00:00Z"));
        assertThat(mornings.openTimes(Instant.parse("2026-03-28T00:00:00Z"), Instant.parse("2026-03-30T00:00:00Z")))
                .containsExactly(
                        time("2026-03-28T08:00:00Z", "2026-03-28T09:00:00Z"),
                        time("2026-03-29T07:00:00Z", "2026-03-29T08:00:00Z"));
        assertThat(company(Week.ALWAYS)
                        .openTimes(Instant.parse("2026-03-28T00:00:00Z"), Instant.parse("2026-04-06T00:00:00Z")))
                .containsExactly(time("2026-03-28T00:00:00Z", "2026-04-06T00:00:00Z"));
        assertThat(company(Week.NEVER)
                        .openTimes(Instant.parse("2026-03-28T00:00:00Z"), Instant.parse("2026-04-06T00:00:00Z")))
                .isEmpty();
    }

    private static OpenTime time(String from, String until) {
        return new OpenTime(Instant.parse(from), Instant.parse(until));
    }

    @Test
    void days_that_touch_are_one_opening() {
        var calendar = company(
                new Week(Map.of(DayOfWeek.MONDAY, spans("09:00-24:00"), DayOfWeek.TUESDAY, spans("00:00-12:00"))));

        assertThat(calendar.nextChange(Instant.parse("2026-11-30T10:00:00Z")))
                .contains(Instant.parse("2026-12-01T11:00:00Z"));
    }

    @Test
    void always_and_never_have_no_next_change() {
        Instant now = Instant.parse("2026-11-28T10:00:00Z");

        assertThat(company(Week.ALWAYS).at(now).open()).isTrue();
        assertThat(company(Week.ALWAYS).at(now).nextChange()).isNull();
        assertThat(company(Week.NEVER, closed("New Year", "2026-01-01", true))
                        .at(now)
                        .open())
                .isFalse();
        assertThat(company(Week.NEVER, closed("New Year", "2026-01-01", true)).nextChange(now))
                .isEmpty();
        assertThat(BusinessCalendar.of(List.of(), HoursLevel.COMPANY).at(now).open())
                .as("a company that says nothing is always open")
                .isTrue();
    }

    @Test
    void the_last_special_opening_is_the_end() {
        var calendar = company(Week.NEVER, opened("Fair", "2030-05-04", "10:00-11:00"));

        assertThat(calendar.nextChange(Instant.parse("2026-11-28T10:00:00Z")))
                .contains(Instant.parse("2030-05-04T08:00:00Z"));
        assertThat(calendar.nextChange(Instant.parse("2030-05-04T08:00:00Z")))
                .contains(Instant.parse("2030-05-04T09:00:00Z"));
        assertThat(calendar.nextChange(Instant.parse("2030-05-04T09:00:00Z"))).isEmpty();
    }

    @Test
    void a_leap_day_comes_when_it_comes() {
        var calendar = company(Week.ALWAYS, closed("Leap day", "2024-02-29", true));

        assertThat(calendar.nextChange(Instant.parse("2096-03-01T12:00:00Z")))
                .contains(Instant.parse("2104-02-28T23:00:00Z"));
    }

    @Test
    void what_meets_only_in_some_years_is_found() {
        Holiday almostAllYear = new Holiday(
                "x",
                "Quiet",
                LocalDate.parse("2021-01-02"),
                LocalDate.parse("2021-12-31"),
                true,
                Holiday.Kind.CLOSED,
                List.of());
        var calendar = company(week(DayOfWeek.SUNDAY, "10:00-11:00"), almostAllYear);

        assertThat(calendar.nextChange(Instant.parse("2026-11-28T12:00:00Z")))
                .as("364 days later is a day that the leap year leaves over, and it is a Sunday")
                .contains(Instant.parse("2028-12-31T09:00:00Z"));
    }

    @Test
    void a_holiday_closes_from_midnight_to_midnight_and_gives_its_name() {
        Week nights = Week.every(Span.of("22:00", "02:00"));
        var calendar = company(nights, closed("Christmas Day", "2020-12-25", true));

        Opening cut = calendar.at(Instant.parse("2026-12-24T23:30:00Z")); // 0:30 on the 25th
        Opening evening = calendar.at(Instant.parse("2026-12-25T22:00:00Z"));

        assertThat(cut.reason()).isEqualTo(Reason.HOLIDAY);
        assertThat(cut.holiday()).isEqualTo("Christmas Day");
        assertThat(cut.level()).isEqualTo(HoursLevel.COMPANY);
        assertThat(evening.open()).isFalse();
        assertThat(calendar.openAt(Instant.parse("2026-12-25T23:30:00Z")))
                .as("the night that would have begun on the holiday")
                .isFalse();
        assertThat(cut.nextChange()).isEqualTo("2026-12-26T21:00:00Z");
    }

    @Test
    void a_special_opening_stands_in_place_of_the_week_and_keeps_its_end() {
        var calendar = company(
                NINE_TO_FIVE,
                opened("New Year's Eve", "2026-12-31", "20:00-03:00"),
                closed("New Year", "2027-01-01", false));

        Opening party = calendar.at(Instant.parse("2027-01-01T01:00:00Z")); // 2:00

        assertThat(party.reason()).isEqualTo(Reason.SPECIAL_OPENING);
        assertThat(party.holiday()).isEqualTo("New Year's Eve");
        assertThat(party.nextChange()).isEqualTo("2027-01-01T02:00:00Z");
        assertThat(calendar.at(Instant.parse("2026-12-31T09:00:00Z")).open()).isFalse();
    }

    @Test
    void a_closure_for_some_hours_is_taken_out_of_the_day() {
        Holiday meeting = new Holiday(
                "m",
                "Works meeting",
                LocalDate.parse("2026-12-01"),
                null,
                false,
                Holiday.Kind.CLOSED,
                spans("11:00-12:30"));
        var calendar = company(NINE_TO_FIVE, meeting);

        Opening during = calendar.at(Instant.parse("2026-12-01T10:30:00Z"));

        assertThat(during.reason()).isEqualTo(Reason.CLOSURE);
        assertThat(during.holiday()).isEqualTo("Works meeting");
        assertThat(during.nextChange()).isEqualTo("2026-12-01T11:30:00Z");
        assertThat(calendar.nextChange(Instant.parse("2026-12-01T09:00:00Z")))
                .contains(Instant.parse("2026-12-01T10:00:00Z"));
    }

    @Test
    void the_more_special_level_is_right() {
        LocalDate day = LocalDate.parse("2026-12-08"); // a Tuesday
        List<LevelPlan> levels = List.of(
                plan(HoursLevel.COMPANY, NINE_TO_FIVE, closed("Feast", day.toString(), false)),
                plan(SITE, null, opened("Open all the same", day.toString(), "10:00-12:00")),
                plan(SUPPORT, Week.every(Span.of("06:00", "22:00"))),
                plan(VOICE, Week.every(Span.of("12:00", "13:00"))));
        Instant eleven = Instant.parse("2026-12-08T10:00:00Z");

        assertThat(asked(levels, null, null, null).at(eleven).level()).isEqualTo(HoursLevel.COMPANY);
        assertThat(asked(levels, null, null, null).openAt(eleven)).isFalse();
        assertThat(asked(levels, 7L, null, null).at(eleven).level()).isEqualTo(SITE);
        assertThat(asked(levels, 7L, null, null).openAt(eleven)).isTrue();
        assertThat(asked(levels, 8L, 2L, null).openAt(eleven))
                .as("another site")
                .isFalse();
        Instant week = Instant.parse("2026-12-09T06:00:00Z");
        assertThat(asked(levels, 7L, 2L, Channel.CHAT).at(week).level()).isEqualTo(SUPPORT);
        assertThat(asked(levels, 7L, 2L, Channel.CHAT).openAt(week)).isTrue();
        assertThat(asked(levels, 7L, 2L, Channel.VOICE).openAt(week)).isFalse();
        assertThat(asked(levels, 7L, 2L, Channel.VOICE).at(week).level()).isEqualTo(VOICE);
    }

    @Test
    void a_level_may_have_its_own_holidays_only() {
        var company = plan(HoursLevel.COMPANY, NINE_TO_FIVE, closed("Feast", "2026-12-08", false));
        var hotline = new LevelPlan(VOICE, new HoursPlan(null, Week.ALWAYS, true, List.of()));

        assertThat(asked(List.of(company, hotline), null, null, Channel.VOICE)
                        .at(Instant.parse("2026-12-08T10:00:00Z"))
                        .open())
                .isTrue();
    }

    /** Berlin: 2026-03-29 has no 2:00 to 3:00, 2026-10-25 has it twice. */
    @ParameterizedTest(name = "{0}: {1} opens {2}, closes {3}")
    @CsvSource({
        "2026-03-29, 01:00-02:30, 2026-03-29T00:00:00Z, 2026-03-29T01:00:00Z",
        "2026-03-29, 02:30-04:00, 2026-03-29T01:00:00Z, 2026-03-29T02:00:00Z",
        "2026-03-29, 02:10-02:50,                     ,                     ",
        "2026-10-25, 01:00-02:30, 2026-10-24T23:00:00Z, 2026-10-25T00:30:00Z",
        "2026-10-25, 02:30-04:00, 2026-10-25T00:30:00Z, 2026-10-25T03:00:00Z",
        "2026-10-25, 02:10-02:50, 2026-10-25T00:10:00Z, 2026-10-25T00:50:00Z",
        "2026-10-25, 02:00-03:00, 2026-10-25T00:00:00Z, 2026-10-25T02:00:00Z",
    })
    void a_time_is_the_first_moment_at_which_the_clock_shows_or_has_passed_it(
            LocalDate date, String span, Instant opens, Instant closes) {
        var calendar = company(Week.NEVER, opened("Night", date.toString(), span));

        var opening = calendar.nextChange(Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(opening).isEqualTo(java.util.Optional.ofNullable(opens));
        if (opens != null) assertThat(calendar.nextChange(opens)).contains(closes);
    }

    @Test
    void a_whole_day_has_23_or_25_hours_where_the_clock_is_changed() {
        var calendar = company(
                Week.NEVER,
                opened("Spring", "2026-03-29", "00:00-24:00"),
                opened("Autumn", "2026-10-25", "00:00-24:00"));

        assertThat(calendar.openBetween(Instant.parse("2026-03-20T00:00:00Z"), Instant.parse("2026-04-20T00:00:00Z")))
                .isEqualTo(Duration.ofHours(23));
        assertThat(calendar.openBetween(Instant.parse("2026-10-20T00:00:00Z"), Instant.parse("2026-11-20T00:00:00Z")))
                .isEqualTo(Duration.ofHours(25));
    }

    @Test
    void even_what_changes_once_in_decades_is_found_at_once() {
        var calendar = company(Week.ALWAYS, closed("Far", "2199-01-01", false), closed("Leap", "2024-02-29", true));

        long start = System.nanoTime();
        for (int i = 0; i < 100; i++)
            calendar.nextChange(Instant.parse("1971-01-01T00:00:00Z").plusSeconds(i));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void what_makes_no_sense_is_refused_with_a_reason() {
        assertThatThrownBy(() -> Span.of("9:00", "17:00"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("09:30");
        assertThatThrownBy(() -> Span.of("09:00", "09:00")).hasMessageContaining("00:00 to 24:00");
        assertThatThrownBy(() -> closed(" ", "2026-01-01", false)).hasMessageContaining("name");
        assertThatThrownBy(() -> new Holiday(
                        "u",
                        "n",
                        LocalDate.parse("2026-01-02"),
                        LocalDate.parse("2026-01-01"),
                        false,
                        Holiday.Kind.CLOSED,
                        List.of()))
                .hasMessageContaining("before");
        assertThatThrownBy(() -> opened("n", "2026-01-01")).hasMessageContaining("when");
        assertThatThrownBy(() -> new HoursPlan(
                        null, null, false, List.of(closed("a", "2026-01-01", false), closed("a", "2026-01-01", false))))
                .hasMessageContaining("id");
    }

    private static BusinessCalendar company(Week week, Holiday... holidays) {
        return BusinessCalendar.of(List.of(plan(HoursLevel.COMPANY, week, holidays)), HoursLevel.COMPANY);
    }

    private static BusinessCalendar asked(List<LevelPlan> levels, Long site, Long department, Channel channel) {
        return BusinessCalendar.of(levels, new HoursLevel(site, department, channel));
    }

    private static LevelPlan plan(HoursLevel level, Week week, Holiday... holidays) {
        return new LevelPlan(level, new HoursPlan(BERLIN, week, false, List.of(holidays)));
    }

    private static Week week(DayOfWeek day, String... spans) {
        return new Week(Map.of(day, spans(spans)));
    }

    private static Holiday closed(String name, String date, boolean yearly) {
        return new Holiday(name + date, name, LocalDate.parse(date), null, yearly, Holiday.Kind.CLOSED, List.of());
    }

    private static Holiday opened(String name, String date, String... spans) {
        return new Holiday(name + date, name, LocalDate.parse(date), null, false, Holiday.Kind.OPEN, spans(spans));
    }

    private static List<Span> spans(String... spans) {
        return Arrays.stream(spans)
                .map(s -> s.split("-"))
                .map(s -> Span.of(s[0], s[1]))
                .toList();
    }
}

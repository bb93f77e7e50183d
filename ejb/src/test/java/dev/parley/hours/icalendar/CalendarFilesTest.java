package dev.parley.hours.icalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.hours.Holiday;
import dev.parley.hours.Span;
import dev.parley.shared.Invalid;
import dev.parley.shared.TooLarge;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ROU-9")
class CalendarFilesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-28");

    @Test
    void a_holiday_of_each_year_stays_one_holiday() {
        List<Holiday> read = closures("""
                BEGIN:VEVENT
                UID:unity@example.org
                DTSTART;VALUE=DATE:20201003
                DTEND;VALUE=DATE:20201004
                RRULE:FREQ=YEARLY
                TRANSP:TRANSPARENT
                SUMMARY:Tag der Deutschen\\, Einheit
                END:VEVENT
                """);

        assertThat(read)
                .containsExactly(
                        closed("unity@example.org", "Tag der Deutschen, Einheit", "2020-10-03", "2020-10-03", true));
    }

    @Test
    void whole_days_end_before_dtend_and_what_is_over_is_left_out() {
        List<Holiday> read = closures("""
                BEGIN:VEVENT
                UID:winter
                DTSTART;VALUE=DATE:20261224
                DTEND;VALUE=DATE:20270102
                SUMMARY:Works holidays
                END:VEVENT
                BEGIN:VEVENT
                UID:past
                DTSTART;VALUE=DATE:20251224
                SUMMARY:Last year
                END:VEVENT
                """);

        assertThat(read).containsExactly(closed("winter", "Works holidays", "2026-12-24", "2027-01-01", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Pacific/Kiritimati", "America/Los_Angeles"})
    void thanksgiving_is_found_for_ten_years_whatever_the_servers_zone(String server) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(server));
        try {
            List<Holiday> read = closures("""
                    BEGIN:VEVENT
                    UID:thanks
                    DTSTART;VALUE=DATE:20201126
                    RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH
                    EXDATE;VALUE=DATE:20281123
                    RDATE;VALUE=DATE:20281124
                    SUMMARY:Thanksgiving
                    END:VEVENT
                    """);

            assertThat(read)
                    .extracting(Holiday::first)
                    .map(LocalDate::toString)
                    .startsWith("2027-11-25", "2028-11-24", "2029-11-22")
                    .hasSize(10);
            assertThat(read.get(0).uid()).isEqualTo("thanks/2027-11-25");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void a_rule_that_ends_ends() {
        List<Holiday> read = closures("""
                BEGIN:VEVENT
                UID:three
                DTSTART;VALUE=DATE:20261224
                RRULE:FREQ=YEARLY;COUNT=3
                SUMMARY:Three times
                END:VEVENT
                BEGIN:VEVENT
                UID:until
                DTSTART;VALUE=DATE:20261224
                RRULE:FREQ=YEARLY;UNTIL=20271224
                SUMMARY:Twice
                END:VEVENT
                """);

        assertThat(read)
                .extracting(Holiday::uid)
                .containsExactly(
                        "three/2026-12-24",
                        "three/2027-12-24",
                        "three/2028-12-24",
                        "until/2026-12-24",
                        "until/2027-12-24");
    }

    @ParameterizedTest
    @CsvSource({
        "DTSTART;TZID=Europe/Berlin:20261224T120000, 12:00, 14:00",
        "DTSTART;TZID=America/New_York:20261224T120000, 18:00, 20:00",
        "DTSTART:20261224T120000Z, 13:00, 15:00",
        "DTSTART:20261224T230000, 23:00, 01:00",
    })
    void hours_count_on_the_levels_clock(String start, String from, String to) {
        List<Holiday> read =
                closures("BEGIN:VEVENT\nUID:h\n" + start + "\nDURATION:PT2H\nSUMMARY:Meeting\nEND:VEVENT\n");

        assertThat(read).singleElement().satisfies(h -> {
            assertThat(h.first()).isEqualTo("2026-12-24");
            assertThat(h.spans()).containsExactly(Span.of(from, to));
            assertThat(h.kind()).isEqualTo(Holiday.Kind.CLOSED);
        });
    }

    @Test
    void a_cancelled_event_is_told_as_such_and_one_without_an_id_is_found_again() {
        var read = new CalendarReader(BERLIN, TODAY).read(file("""
                BEGIN:VEVENT
                UID:gone
                STATUS:CANCELLED
                DTSTART;VALUE=DATE:20261224
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20261224
                SUMMARY:Nameless
                END:VEVENT
                """));

        assertThat(read.speaksOf("gone")).isTrue();
        assertThat(read.speaksOf("gone/2026-12-24")).isTrue();
        assertThat(read.speaksOf("gone2")).isFalse();
        assertThat(read.closures())
                .singleElement()
                .satisfies(h -> assertThat(h.uid()).hasSize(64));
    }

    @Test
    void what_is_written_is_read_back_the_same() {
        List<Holiday> holidays = List.of(
                closed("a", "Christmas; \"Eve\", \\ and more — Weihnachten عيد", "2026-12-24", "2026-12-26", false),
                closed("b", "Unity", "2020-10-03", "2020-10-03", true),
                new Holiday(
                        "c",
                        "Lunch",
                        LocalDate.parse("2026-12-01"),
                        null,
                        false,
                        Holiday.Kind.CLOSED,
                        List.of(Span.of("12:00", "13:30"))));
        var opening = new Holiday(
                "d",
                "Fair",
                LocalDate.parse("2026-12-05"),
                null,
                false,
                Holiday.Kind.OPEN,
                List.of(Span.of("10:00", "12:00")));

        String text = CalendarWriter.write(
                java.util.stream.Stream.concat(holidays.stream(), java.util.stream.Stream.of(opening))
                        .toList(),
                BERLIN,
                Instant.parse("2026-11-28T10:00:00Z"));

        assertThat(text)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0")
                .contains("RRULE:FREQ=YEARLY", "X-WR-TIMEZONE:Europe/Berlin")
                .doesNotContain("Fair");
        assertThat(text.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 160);
        assertThat(new CalendarReader(BERLIN, TODAY)
                        .read(text.getBytes(StandardCharsets.UTF_8))
                        .closures())
                .containsExactlyElementsOf(holidays);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello                                        | BEGIN:VCALENDAR",
                "BEGIN:VCALENDAR~VERSION:2.0                  | breaks off: END:VCALENDAR",
                "BEGIN:VCALENDAR~BEGIN:VEVENT~UID:1           | breaks off: END:VEVENT",
                "BEGIN:VCALENDAR~BEGIN:VEVENT~END:VCALENDAR   | Line 3",
                "BEGIN:VEVENT~END:VEVENT                      | Line 1",
                "EVENT:UID:1~SUMMARY:Feast                    | 'Feast' has no DTSTART",
                "EVENT:DTSTART;VALUE=DATE:20261340            | does not exist",
                "EVENT:DTSTART;VALUE=DATE:tomorrow            | DTSTART in line 3",
                "EVENT:DTSTART:20261224T120000~SUMMARY:Feast  | says not when it ends",
                "EVENT:DTSTART:20261224T120000~DTEND:20261224T110000~SUMMARY:Feast | ends before it begins",
                "EVENT:DTSTART:20261224T120000~DTEND:20261228T110000~SUMMARY:Feast | longer than a day",
                "EVENT:DTSTART;TZID=W. Europe Standard Time:20261224T120000~DURATION:PT1H | time zone 'W. Europe Standard Time'",
                "EVENT:DTSTART;VALUE=DATE:20261224~RRULE:FREQ=SECONDLY | each hour or more often",
                "EVENT:DTSTART;VALUE=DATE:20261224~RRULE:FREQ=DA~ ILY;BYHOUR=3 | by the hour",
                "EVENT:DTSTART;VALUE=DATE:20261224~RRULE:FREQ=DAILY | more than 200 days",
                "EVENT:DTSTART;VALUE=DATE:20261224~RRULE:nonsense | RRULE of 'Closed' is not understood",
                "EVENT:UID:1~DTSTART;VALUE=DATE:20261224~RECURRENCE-ID;VALUE=DATE:20261224 | moves one",
                "EVENT:DTSTART;VALUE=DATE:19011224~DTEND;VALUE=DATE:20301224 | 1970",
            })
    void what_is_not_understood_is_refused_and_the_answer_says_where(String lines, String reason) {
        String text = lines.startsWith("EVENT:")
                ? "BEGIN:VCALENDAR~BEGIN:VEVENT~" + lines.substring(6) + "~END:VEVENT~END:VCALENDAR"
                : lines;

        assertThatThrownBy(() -> new CalendarReader(BERLIN, TODAY)
                        .read(text.replace("~", "\r\n").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(reason);
    }

    @Test
    void a_file_is_bounded_and_must_be_text() {
        assertThatThrownBy(() -> new CalendarReader(BERLIN, TODAY).read(new byte[256 * 1024 + 1]))
                .isInstanceOf(TooLarge.class);
        assertThatThrownBy(() -> new CalendarReader(BERLIN, TODAY).read(new byte[] {(byte) 0xff, (byte) 0xfe}))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> closures("BEGIN:VEVENT\nEND:VEVENT\n".repeat(1001)))
                .hasMessageContaining("1000 events");
    }

    private static List<Holiday> closures(String events) {
        return new CalendarReader(BERLIN, TODAY).read(file(events)).closures();
    }

    private static byte[] file(String events) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n" + events + "END:VCALENDAR\n")
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Holiday closed(String uid, String name, String first, String last, boolean yearly) {
        return new Holiday(
                uid, name, LocalDate.parse(first), LocalDate.parse(last), yearly, Holiday.Kind.CLOSED, List.of());
    }
}

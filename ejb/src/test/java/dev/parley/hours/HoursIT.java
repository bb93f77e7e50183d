package dev.parley.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.audit.AuditFilter;
import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditView;
import dev.parley.hours.HoursLevel.Name;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.Outdated;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.shared.Unauthorized;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a company says of its hours, on the real tables of both databases. */
@Tag("ROU-9")
class HoursIT {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final HoursPath SITE = new HoursPath("acme", null, null);
    private static final HoursPath SUPPORT_CHAT = new HoursPath(null, "department-1", Channel.CHAT);

    private TestDesk desk;
    private Caller.Staff admin;

    @AfterEach
    void close() throws Exception {
        if (desk != null) desk.close();
    }

    private void open(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        admin = desk.colleague("Ada", Role.ADMINISTRATOR);
    }

    private Hours hours() {
        return desk.get(Hours.class);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void what_is_written_is_read_back_and_holds_for_the_levels_below(Kind kind) throws Exception {
        open(kind);
        Week week = new Week(Map.of(
                DayOfWeek.MONDAY, List.of(Span.of("08:00", "12:00"), Span.of("13:00", "17:00")),
                DayOfWeek.FRIDAY, List.of(Span.of("22:00", "02:00"))));
        var plan =
                new HoursPlan(BERLIN, week, false, List.of(closed("xmas", "2026-12-25", true), opened("2026-12-05")));

        HoursView written = hours().change(admin, HoursPath.COMPANY, plan, 0);
        HoursView below = hours().change(admin, SUPPORT_CHAT, new HoursPlan(null, Week.NEVER, false, List.of()), 0);

        assertThat(written.version()).isEqualTo(1);
        assertThat(written.own()).isEqualTo(plan);
        assertThat(hours().get(admin, HoursPath.COMPANY)).isEqualTo(written);
        assertThat(below.zone()).isEqualTo(new HoursView.From<>(BERLIN, Name.COMPANY));
        assertThat(below.week()).isEqualTo(new HoursView.From<>(Week.NEVER, Name.CHANNEL));
        assertThat(below.above()).extracting(a -> a.what().uid()).containsExactly("xmas", "fair");
        assertThat(hours().get(admin, SITE).own()).isEqualTo(HoursPlan.SILENT);
        assertThat(hours().get(admin, SITE).week()).isEqualTo(new HoursView.From<>(week, Name.COMPANY));
        assertThat(desk.news).containsOnly(new HoursChanged(TestDesk.COMPANY));
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    @Tag("WID-10")
    void it_is_open_while_one_of_several_is_and_closed_on_a_holiday(Kind kind) throws Exception {
        open(kind);
        Week mornings = Week.every(Span.of("09:00", "12:00"));
        hours().change(
                        admin,
                        HoursPath.COMPANY,
                        new HoursPlan(BERLIN, mornings, false, List.of(closed("party", "2026-11-27", false))),
                        0);
        Week noons = Week.every(Span.of("11:00", "14:00"));
        hours().change(admin, SUPPORT_CHAT, new HoursPlan(null, noons, false, List.of()), 0);
        var asked = List.of(new HoursLevel(1L, 1L, Channel.CHAT), new HoursLevel(1L, 2L, Channel.CHAT));

        List<OpenTime> times = hours().openTimes(
                        TestDesk.COMPANY,
                        asked,
                        Instant.parse("2026-11-26T00:00:00Z"),
                        Instant.parse("2026-11-28T12:00:00Z"));

        assertThat(times)
                .containsExactly(
                        new OpenTime(Instant.parse("2026-11-26T08:00:00Z"), Instant.parse("2026-11-26T13:00:00Z")),
                        new OpenTime(Instant.parse("2026-11-28T08:00:00Z"), Instant.parse("2026-11-28T12:00:00Z")));
        assertThat(hours().openTimes(
                                TestDesk.COMPANY + 1,
                                List.of(),
                                Instant.parse("2026-11-26T00:00:00Z"),
                                Instant.parse("2026-11-28T12:00:00Z")))
                .as("of nothing")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void the_tester_says_why_and_when_it_changes(Kind kind) throws Exception {
        open(kind);
        hours().change(
                        admin,
                        HoursPath.COMPANY,
                        new HoursPlan(
                                BERLIN,
                                Week.every(Span.of("09:00", "17:00")),
                                false,
                                List.of(closed("xmas", "2020-12-25", true))),
                        0);

        Opening now = hours().test(admin, SITE, null);
        Opening christmas = hours().test(admin, SITE, Instant.parse("2027-12-25T10:00:00Z"));

        assertThat(now.open()).isTrue(); // 2026-11-25, 9:00 in Berlin
        assertThat(now.nextChange()).isEqualTo("2026-11-25T16:00:00Z");
        assertThat(christmas.reason()).isEqualTo(Opening.Reason.HOLIDAY);
        assertThat(christmas.holiday()).isEqualTo("Closed xmas");
        assertThatThrownBy(() -> hours().test(admin, SITE, Instant.parse("3000-01-01T00:00:00Z")))
                .isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void a_late_change_is_refused_and_nothing_of_the_other_is_lost(Kind kind) throws Exception {
        open(kind);
        var first = new HoursPlan(BERLIN, Week.ALWAYS, false, List.of(closed("xmas", "2026-12-25", true)));
        hours().change(admin, HoursPath.COMPANY, first, 0);

        assertThatThrownBy(() -> hours().change(admin, HoursPath.COMPANY, HoursPlan.SILENT, 0))
                .isInstanceOf(Outdated.class);

        assertThat(hours().get(admin, HoursPath.COMPANY).own()).isEqualTo(first);
        assertThat(hours().change(admin, HoursPath.COMPANY, HoursPlan.SILENT, 1).version())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void of_two_at_the_same_moment_one_is_refused(Kind kind) throws Exception {
        open(kind);
        var other = desk.node();
        var start = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        for (int round = 0; round < 10; round++) {
            long read = round;
            Callable<Boolean> here = () -> changes(hours(), start, read, "A");
            Callable<Boolean> there = () -> changes(other.get(Hours.class), start, read, "B");
            int done = 0;
            for (Future<Boolean> result : threads.invokeAll(List.of(here, there))) if (result.get()) done++;

            assertThat(done).as("round " + round).isEqualTo(1);
            assertThat(hours().get(admin, SITE).version()).isEqualTo(read + 1);
            assertThat(hours().get(admin, SITE).own().holidays()).hasSize(1);
        }
        threads.shutdown();
    }

    private boolean changes(Hours door, CyclicBarrier start, long read, String name) throws Exception {
        start.await();
        try {
            door.change(admin, SITE, new HoursPlan(null, null, false, List.of(closed(name, "2026-12-25", true))), read);
            return true;
        } catch (Refused e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void an_import_adds_changes_and_removes_by_id_and_keeps_the_rest(Kind kind) throws Exception {
        open(kind);
        hours().change(
                        admin,
                        SITE,
                        new HoursPlan(
                                BERLIN, null, false, List.of(opened("2026-12-05"), closed("old", "2026-12-01", false))),
                        0);

        HolidayImport first =
                hours().importHolidays(admin, SITE, file("20261224", "", "STATUS:CANCELLED\r\nUID:old"), null);
        HolidayImport again = hours().importHolidays(admin, SITE, file("20261224", "", "UID:else"), null);
        HolidayImport moved =
                hours().importHolidays(admin, SITE, file("20261223", "RRULE:FREQ=YEARLY\r\n", "UID:else"), 3L);

        assertThat(first)
                .extracting(HolidayImport::added, HolidayImport::changed, HolidayImport::removed)
                .containsExactly(1, 0, 1);
        assertThat(again)
                .extracting(HolidayImport::added, HolidayImport::changed, HolidayImport::removed)
                .containsExactly(1, 0, 0);
        assertThat(moved)
                .extracting(HolidayImport::added, HolidayImport::changed, HolidayImport::removed)
                .containsExactly(0, 1, 0);
        assertThat(moved.hours().own().holidays()).extracting(Holiday::uid).containsExactly("fair", "eve", "else");
        assertThat(moved.hours().own().holidays().get(1).yearly()).isTrue();
        assertThat(hours().exportHolidays(admin, SITE))
                .contains("UID:eve", "RRULE:FREQ=YEARLY")
                .doesNotContain("fair");
        assertThatThrownBy(() -> hours().importHolidays(admin, SITE, file("20261223", "", "UID:else"), 1L))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> hours().importHolidays(admin, SITE, "no".getBytes(StandardCharsets.UTF_8), null))
                .isInstanceOf(Invalid.class);
        assertThat(hours().get(admin, SITE)).isEqualTo(moved.hours());
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void only_administrators_of_the_company_may_and_foreign_names_are_unknown(Kind kind) throws Exception {
        open(kind);
        desk.change(
                "insert into company (id, public_id, name, demo, created_at) values (9, 'other', 'Globex', false, ?)",
                desk.now());
        var foreign = new Caller.Staff(9, 900, "foreign", "Gerda", Role.OWNER, 0);

        assertThatThrownBy(() -> hours().get(desk.agent("Anna", 1), HoursPath.COMPANY))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() ->
                        hours().change(desk.colleague("Sven", Role.SUPERVISOR), HoursPath.COMPANY, HoursPlan.SILENT, 0))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> hours().test(Caller.NOBODY, HoursPath.COMPANY, null))
                .isInstanceOf(Unauthorized.class);
        for (HoursPath path : List.of(SITE, SUPPORT_CHAT, new HoursPath("nowhere", null, null))) {
            assertThatThrownBy(() -> hours().get(foreign, path)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> hours().change(foreign, path, HoursPlan.SILENT, 0))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> hours().exportHolidays(foreign, path)).isInstanceOf(NotFound.class);
        }
        hours().change(admin, HoursPath.COMPANY, new HoursPlan(BERLIN, Week.NEVER, false, List.of()), 0);
        assertThat(hours().test(foreign, HoursPath.COMPANY, null).open())
                .as("what another company says")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    @Tag("SEC-4")
    void every_change_is_kept_with_what_was_there_before(Kind kind) throws Exception {
        open(kind);
        var weekdays = new HoursPlan(BERLIN, Week.every(Span.of("22:00", "02:00")), false, List.of());
        hours().change(admin, HoursPath.COMPANY, weekdays, 0);
        var holidays = List.of(closed("xmas", "2026-12-25", true), opened("2026-12-05"));
        hours().change(admin, HoursPath.COMPANY, weekdays.with(holidays), 1);
        hours().change(admin, HoursPath.COMPANY, weekdays.with(List.of(holidays.get(0))), 2);
        hours().change(admin, SUPPORT_CHAT, new HoursPlan(null, Week.NEVER, false, List.of()), 0);
        hours().importHolidays(admin, SITE, file("20261224", "", "UID:else"), null);
        hours().importHolidays(admin, SITE, file("20261224", "", "UID:else"), null);

        List<AuditView> log = desk.get(AuditLog.class)
                .search(admin, new AuditFilter(null, AuditKind.HOURS, null, null, null), null, 50)
                .items();
        assertThat(log)
                .as("the second import changed nothing")
                .extracting(e -> e.subject() + ", " + e.subjectName())
                .containsExactly(
                        "site=acme, Acme",
                        "department=department-1&channel=chat, Support",
                        "company, Acme",
                        "company, Acme",
                        "company, Acme");
        assertThat(log.get(0).after().toString()).contains("Eve", "2026-12-24");
        assertThat(log.get(1).before().toString()).isEqualTo("{\"week\":null}");
        assertThat(log.get(1).after().toString()).isEqualTo("{\"week\":[]}");
        assertThat(log.get(2).before().toString()).contains("Fair").doesNotContain("xmas");
        assertThat(log.get(2).after().toString()).isEqualTo("{\"holidays\":[]}");
        assertThat(log.get(3).after().toString()).contains("Closed xmas", "Fair", "10:00–14:00");
        assertThat(log.get(4).after().toString()).contains("Europe/Berlin", "\"from\":\"22:00\"");
        assertThat(hours().own(admin))
                .extracting(OwnHours::path)
                .containsExactly(HoursPath.COMPANY, SITE, SUPPORT_CHAT);
    }

    private static byte[] file(String day, String rule, String other) {
        return ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:eve\r\nSUMMARY:Eve\r\n" + rule + "DTSTART;VALUE=DATE:" + day
                        + "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n" + other
                        + "\r\nDTSTART;VALUE=DATE:20261227\r\nEND:VEVENT\r\nEND:VCALENDAR")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Holiday closed(String uid, String date, boolean yearly) {
        return new Holiday(uid, "Closed " + uid, LocalDate.parse(date), null, yearly, Holiday.Kind.CLOSED, List.of());
    }

    private static Holiday opened(String date) {
        return new Holiday(
                "fair",
                "Fair",
                LocalDate.parse(date),
                null,
                false,
                Holiday.Kind.OPEN,
                List.of(Span.of("10:00", "14:00")));
    }
}

package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.Agents;
import dev.parley.agent.Presence;
import dev.parley.company.SiteAvailability;
import dev.parley.company.SiteAvailability.OfDepartment;
import dev.parley.company.SiteAvailability.Reason;
import dev.parley.company.Sites;
import dev.parley.hours.Channel;
import dev.parley.hours.Holiday;
import dev.parley.hours.Hours;
import dev.parley.hours.HoursPath;
import dev.parley.hours.HoursPlan;
import dev.parley.hours.Span;
import dev.parley.hours.Week;
import dev.parley.shared.Caller;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Availability as one function of calendar, presence and capacity. It is Wednesday 2026-11-25, 8:00 UTC. */
@Tag("ROU-8")
class ReachabilityIT {
    private static final long SUPPORT = 1;
    private static final ZoneId UTC = ZoneId.of("UTC");

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

    private SiteAvailability now() {
        return desk.get(Reachability.class)
                .ofSite(desk.get(Sites.class).find("acme").orElseThrow());
    }

    private Caller.Staff available(String name, long... departments) {
        Caller.Staff agent = desk.agent(name, departments);
        desk.get(Agents.class).connected(agent, "socket of " + name);
        desk.get(Agents.class).setPresence(agent, Presence.AVAILABLE, null);
        return agent;
    }

    private void hours(HoursPath path, Week week, Holiday... holidays) {
        long version = desk.get(Hours.class).get(admin, path).version();
        desk.get(Hours.class).change(admin, path, new HoursPlan(UTC, week, false, List.of(holidays)), version);
    }

    private boolean attended(long department) {
        return desk.get(Reachability.class).attended(TestDesk.COMPANY, 1, department);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void presence_opens_a_department_and_the_site(Kind kind) throws Exception {
        open(kind);
        assertThat(now().reason()).isEqualTo(Reason.NO_AGENT);

        Caller.Staff agent = available("Anna", SUPPORT);

        assertThat(now().open()).isTrue();
        assertThat(now().reason()).isEqualTo(Reason.AVAILABLE);
        assertThat(now().nextChange()).as("always open").isNull();
        assertThat(now().departments())
                .extracting(OfDepartment::reason)
                .containsExactly(Reason.AVAILABLE, Reason.NO_AGENT);
        assertThat(attended(SUPPORT)).isTrue();
        desk.get(Agents.class).disconnected(agent, "socket of Anna");
        assertThat(now().reason()).isEqualTo(Reason.NO_AGENT);
        assertThat(attended(SUPPORT)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void who_has_enough_in_hand_is_busy_and_who_takes_nothing_is_not_there(Kind kind) throws Exception {
        open(kind);
        Caller.Staff agent = available("Anna", SUPPORT);
        desk.get(Agents.class).setCapacity(admin, agent.publicId(), 1);
        long conversation = desk.waiting(SUPPORT);
        assertThat(now().reason()).isEqualTo(Reason.AVAILABLE);

        desk.change(
                "update conversation set status = 'open', agent_id = ? where id = ?", agent.accountId(), conversation);

        assertThat(now().reason()).isEqualTo(Reason.BUSY);
        assertThat(now().open()).as("one waits, somebody is there").isTrue();
        assertThat(attended(SUPPORT)).isTrue();
        desk.get(Agents.class).setCapacity(admin, agent.publicId(), 0);
        assertThat(now().reason()).isEqualTo(Reason.NO_AGENT);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void the_hours_close_whoever_is_there_and_say_when_they_open(Kind kind) throws Exception {
        open(kind);
        available("Anna", SUPPORT);

        hours(HoursPath.COMPANY, Week.every(Span.of("09:00", "17:00")));

        assertThat(now().open()).isFalse();
        assertThat(now().reason()).isEqualTo(Reason.CLOSED);
        assertThat(now().nextChange()).isEqualTo("2026-11-25T09:00:00Z");
        assertThat(attended(SUPPORT)).isFalse();
        desk.clock.advance(Duration.ofHours(1));
        assertThat(now().reason()).as("the lease ran out meanwhile").isEqualTo(Reason.NO_AGENT);
        assertThat(now().nextChange()).as("the hours do not bring anybody back").isNull();
        assertThat(now().lookAgain()).isEqualTo("2026-11-25T17:00:00Z");
        available("Ben", SUPPORT);
        assertThat(now().reason()).isEqualTo(Reason.AVAILABLE);
        assertThat(now().nextChange()).isEqualTo("2026-11-25T17:00:00Z");
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void a_holiday_is_its_own_reason_and_a_department_may_differ(Kind kind) throws Exception {
        open(kind);
        available("Anna", SUPPORT, 2);
        var feast = new Holiday(
                "feast", "Feast", LocalDate.parse("2026-11-25"), null, false, Holiday.Kind.CLOSED, List.of());
        hours(HoursPath.COMPANY, Week.every(Span.of("07:00", "17:00")), feast);
        assertThat(now().reason()).isEqualTo(Reason.HOLIDAY);
        assertThat(now().nextChange()).isEqualTo("2026-11-26T07:00:00Z");

        var opened = new Holiday(
                "open",
                "Open",
                LocalDate.parse("2026-11-25"),
                null,
                false,
                Holiday.Kind.OPEN,
                List.of(Span.of("08:00", "10:00")));
        hours(new HoursPath(null, "department-2", Channel.CHAT), null, opened);

        assertThat(now().departments())
                .extracting(OfDepartment::reason)
                .containsExactly(Reason.HOLIDAY, Reason.AVAILABLE);
        assertThat(now().open()).isTrue();
        assertThat(now().nextChange()).isEqualTo("2026-11-25T10:00:00Z");
        assertThat(attended(SUPPORT)).isFalse();
        assertThat(attended(2)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void another_node_sees_by_the_mark_that_something_has_changed(Kind kind) throws Exception {
        open(kind);
        var elsewhere = desk.node().get(Reachability.class);
        String nobody = mark(elsewhere);
        assertThat(mark(elsewhere)).isEqualTo(nobody);

        Caller.Staff agent = available("Anna", SUPPORT);
        String one = mark(elsewhere);
        desk.get(Agents.class).setCapacity(admin, agent.publicId(), 9);
        String roomier = mark(elsewhere);
        hours(HoursPath.COMPANY, Week.NEVER);
        String closed = mark(elsewhere);
        desk.get(Agents.class).disconnected(agent, "socket of Anna");

        assertThat(List.of(nobody, one, roomier, closed, mark(elsewhere))).doesNotHaveDuplicates();
    }

    private static String mark(Reachability node) {
        return node.marks(List.of(TestDesk.COMPANY)).get(TestDesk.COMPANY);
    }
}

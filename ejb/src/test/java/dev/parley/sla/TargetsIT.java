package dev.parley.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Lifecycle;
import dev.parley.conversation.Priority;
import dev.parley.conversation.persistence.ConversationReader;
import dev.parley.hours.Channel;
import dev.parley.hours.Hours;
import dev.parley.hours.HoursPath;
import dev.parley.hours.HoursPlan;
import dev.parley.hours.Span;
import dev.parley.hours.Week;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.Outdated;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Role;
import dev.parley.sla.TargetEvent.ClockMoved;
import dev.parley.sla.TargetEvent.TargetMissed;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promises, and the clocks of them, on the tables of both databases. */
@Tag("ROU-12")
class TargetsIT {
    private static final long SUPPORT = 1;
    private static final long SALES = 2;
    private static final TargetRules RULES = new TargetRules(
            Map.of(Priority.NORMAL, new TargetTimes(10, 4, 60), Priority.URGENT, new TargetTimes(2, null, null)));

    private TestDesk desk;
    private Caller.Staff agent;
    private Caller.Staff administrator;
    private long message = 500_000;

    @AfterEach
    void close() throws Exception {
        if (desk != null) desk.close();
    }

    private void open(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        administrator = desk.colleague("administrator", Role.ADMINISTRATOR);
        agent = desk.agent("agent", SUPPORT, SALES);
    }

    private void write(TargetRules rules) {
        desk.get(Targets.class).change(administrator, "department-1", rules, null);
    }

    private void say(long conversation, String kind) {
        desk.change("update conversation_head set last_seq = last_seq + 1 where conversation_id = ?", conversation);
        desk.change(
                "insert into message (id, company_id, conversation_id, seq, kind, author_kind, sender, author_name, client_id, digest, body, at)"
                        + " select ?, company_id, conversation_id, last_seq, 'text', ?, 'sender', 'Name', ?, 'digest', 'Hello', ?"
                        + " from conversation_head where conversation_id = ?",
                ++message,
                kind,
                "client-" + message,
                desk.now(),
                conversation);
    }

    private void change(java.util.function.Consumer<Lifecycle> what) {
        desk.get(OwnTransaction.class).run(() -> what.accept(desk.get(Lifecycle.class)));
    }

    private void pass(int minutes) {
        desk.clock.advance(Duration.ofMinutes(minutes));
        desk.get(TargetSweep.class).sweep();
    }

    private ConversationView view(long conversation) {
        return desk.get(ConversationReader.class)
                .one(TestDesk.COMPANY, conversation, "agent", "nobody")
                .orElseThrow();
    }

    private ConversationView.Target target(long conversation) {
        return view(conversation).target();
    }

    private void expect(long conversation, Measure measure, Instant due) {
        assertThat(target(conversation))
                .extracting(ConversationView.Target::measure, ConversationView.Target::dueAt)
                .containsExactly(measure.wire(), due);
    }

    private List<TargetMissed> missed() {
        return desk.news.stream()
                .filter(TargetMissed.class::isInstance)
                .map(TargetMissed.class::cast)
                .toList();
    }

    private static Instant after(Instant from, int minutes) {
        return from.plus(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void each_clock_runs_from_what_begins_it_to_what_ends_it_and_is_kept_beside_what_was_promised(Kind kind)
            throws Exception {
        open(kind);
        write(RULES);
        long conversation = desk.waiting(SUPPORT);
        Instant opened = desk.now();
        say(conversation, "visitor");
        pass(0);
        expect(conversation, Measure.FIRST_RESPONSE, after(opened, 10));
        assertThat(target(conversation).warnAt()).isEqualTo(opened.plusSeconds(450));

        change(life -> life.assign(conversation, agent.accountId(), Author.of(agent), null));
        pass(3);
        expect(conversation, Measure.FIRST_RESPONSE, after(opened, 10));
        say(conversation, "agent");
        pass(0);
        expect(conversation, Measure.RESOLUTION, after(opened, 60));

        desk.clock.advance(Duration.ofMinutes(5));
        Instant asked = desk.now();
        say(conversation, "visitor");
        pass(1);
        say(conversation, "visitor");
        pass(0);
        expect(conversation, Measure.NEXT_RESPONSE, after(asked, 4));
        assertThat(desk.news.stream().filter(ClockMoved.class::isInstance)).hasSize(3);

        // both between two rounds: what ran is told apart all the same
        say(conversation, "agent");
        desk.clock.advance(Duration.ofSeconds(1));
        say(conversation, "visitor");
        desk.clock.advance(Duration.ofSeconds(1));
        change(life -> life.close(conversation, Author.of(agent), "agent"));
        pass(0);
        assertThat(target(conversation)).isNull();
        assertThat(desk.count(
                        "select count(*) from target_clock where conversation_id = ? and ended_at <= due_at and missed_at is null",
                        conversation))
                .as("first response, two next ones, resolution")
                .isEqualTo(4);
        assertThat(desk.count("select count(*) from target_seen")).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void a_promise_that_is_not_kept_is_told_once_and_not_where_the_answer_came_at_the_last_moment(Kind kind)
            throws Exception {
        open(kind);
        write(RULES);
        long late = desk.waiting(SUPPORT);
        long answered = desk.waiting(SUPPORT);
        change(life -> life.assign(answered, agent.accountId(), Author.of(agent), null));
        Instant opened = desk.now();
        pass(0);
        pass(9);
        assertThat(missed()).isEmpty();
        say(answered, "agent");
        pass(1);
        // after a restart: other beans on the same tables
        desk.node().get(TargetSweep.class).sweep();
        assertThat(missed())
                .containsExactly(new TargetMissed(
                        TestDesk.COMPANY, late, SUPPORT, null, Measure.FIRST_RESPONSE, after(opened, 10)));
        expect(late, Measure.FIRST_RESPONSE, after(opened, 10));

        change(life -> life.assign(late, agent.accountId(), Author.of(agent), null));
        say(late, "agent");
        pass(50);
        assertThat(missed())
                .hasSize(3)
                .filteredOn(miss -> miss.measure() == Measure.RESOLUTION)
                .extracting(TargetMissed::accountId)
                .containsExactly(agent.accountId(), agent.accountId());
        assertThat(desk.count("select count(*) from target_clock where missed_at > due_at or missed_at = due_at"))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void of_two_nodes_one_tells_it(Kind kind) throws Exception {
        open(kind);
        write(RULES);
        for (int i = 0; i < 5; i++) desk.waiting(SUPPORT);
        var first = desk.node().get(TargetSweep.class);
        var second = desk.node().get(TargetSweep.class);
        for (int minutes : new int[] {0, 10}) {
            desk.clock.advance(Duration.ofMinutes(minutes));
            var beside = new Thread(first::sweep);
            beside.start();
            second.sweep();
            beside.join();
        }
        pass(0);
        assertThat(missed()).hasSize(5);
        assertThat(desk.count("select count(*) from target_clock")).isEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void the_clock_stands_still_while_the_department_is_closed_and_goes_by_hours_that_change(Kind kind)
            throws Exception {
        open(kind);
        write(RULES);
        var week = new HoursPlan(ZoneId.of("UTC"), Week.every(Span.of("09:00", "17:00")), false, List.of());
        HoursPath path = new HoursPath(null, "department-1", Channel.CHAT);
        Instant evening = nextDay("T16:55:00Z");
        desk.clock.advance(Duration.between(desk.now(), evening));
        long conversation = desk.waiting(SUPPORT);
        pass(0);
        expect(conversation, Measure.FIRST_RESPONSE, after(evening, 10));

        desk.get(Hours.class).change(administrator, path, week, 0);
        pass(0);
        Instant morning = nextDay("T09:00:00Z");
        expect(conversation, Measure.FIRST_RESPONSE, after(morning, 5));
        pass(600);
        assertThat(missed()).isEmpty();
    }

    private Instant nextDay(String time) {
        return Instant.parse(desk.now().atZone(ZoneId.of("UTC")).toLocalDate().plusDays(1) + time);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void what_presses_more_is_promised_more_and_what_it_does_not_say_is_as_for_the_others(Kind kind) throws Exception {
        open(kind);
        write(RULES);
        long conversation = desk.waiting(SUPPORT);
        Instant opened = desk.now();
        pass(0);
        change(life -> life.prioritise(conversation, Priority.URGENT, Author.of(agent)));
        pass(0);
        expect(conversation, Measure.FIRST_RESPONSE, after(opened, 2));
        assertThat(desk.count(
                        "select minutes from target_clock where conversation_id = ? and measure = 'resolution' and priority = 2",
                        conversation))
                .isEqualTo(60);
        assertThat(desk.count(
                        "select count(*) from conversation_event where conversation_id = ? and type = 'prioritised' and reason = 'urgent'",
                        conversation))
                .isEqualTo(1);
        assertThat(view(conversation).priority()).isEqualTo(Priority.URGENT);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void another_department_promises_its_own_and_one_without_targets_nothing(Kind kind) throws Exception {
        open(kind);
        write(RULES);
        long conversation = desk.waiting(SUPPORT);
        Instant opened = desk.now();
        pass(0);
        change(life -> life.transferToDepartment(conversation, SALES, Author.of(agent), null));
        pass(0);
        assertThat(target(conversation)).isNull();
        assertThat(desk.count("select count(*) from target_clock")).isZero();

        desk.get(Targets.class)
                .change(
                        administrator,
                        "department-2",
                        new TargetRules(Map.of(Priority.NORMAL, new TargetTimes(null, null, 30))),
                        TargetRules.NONE);
        pass(1);
        expect(conversation, Measure.RESOLUTION, after(opened, 30));
        desk.get(Targets.class).change(administrator, "department-2", TargetRules.NONE, null);
        pass(60);
        assertThat(target(conversation)).isNull();
        assertThat(missed()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void administrators_write_targets_of_their_own_departments_within_bounds_and_it_is_audited(Kind kind)
            throws Exception {
        open(kind);
        write(RULES);
        Targets targets = desk.get(Targets.class);
        assertThat(targets.of(administrator, "department-1")).isEqualTo(RULES);
        assertThat((String) desk.ask("select after_json from audit_entry where kind = 'department'"))
                .contains("\"targetFirst.urgent\":2", "\"targetResolution.normal\":60");
        assertThatThrownBy(() -> targets.change(administrator, "department-1", TargetRules.NONE, TargetRules.NONE))
                .isInstanceOf(Outdated.class);
        assertThat(targets.of(administrator, "department-1")).isEqualTo(RULES);
        assertThatThrownBy(() -> targets.of(administrator, "department-9")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> targets.of(agent, "department-1")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> targets.change(agent, "department-1", RULES, null))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> new TargetTimes(0, null, null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new TargetTimes(null, null, 43_201)).isInstanceOf(Invalid.class);
    }
}

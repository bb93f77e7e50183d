package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.company.Inactivity;
import dev.parley.company.InactivityRule;
import dev.parley.company.InactivityRule.Words;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reminders and endings of conversations in which the visitor does not answer, on the tables of both databases. */
@Tag("CHAT-25")
class InactivityIT {
    private static final long SUPPORT = 1;
    private static final InactivityRule RULE = new InactivityRule(
            5, 3, Map.of("en", new Words("Are you still there?", "Closed for now. Write any time.")));

    private TestDesk desk;
    private Caller.Staff agent;
    private Caller.Staff administrator;
    private long message = 500_000;

    @AfterEach
    void close() throws Exception {
        if (desk != null) desk.close();
    }

    private long talk(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        administrator = desk.colleague("administrator", Role.ADMINISTRATOR);
        agent = desk.agent("agent", SUPPORT);
        long conversation = desk.waiting(SUPPORT);
        desk.get(OwnTransaction.class)
                .run(() -> desk.get(Lifecycle.class).assign(conversation, agent.accountId(), Author.of(agent), null));
        return conversation;
    }

    private void write(InactivityRule rule) {
        desk.get(OwnTransaction.class).run(() -> desk.get(Inactivity.class).write(administrator, "department-1", rule));
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

    private void pass(int minutes) {
        desk.clock.advance(Duration.ofMinutes(minutes));
        desk.get(InactivitySweep.class).sweep();
    }

    private long lines(long conversation, String part) {
        return desk.count(
                "select count(*) from message where conversation_id = ? and kind = 'event' and extra like ?",
                conversation,
                "%" + part + "%");
    }

    private Object status(long conversation) {
        return desk.ask("select status from conversation where id = ?", conversation);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void whoever_does_not_answer_is_reminded_once_and_then_the_conversation_ends_with_the_companys_words(Kind kind)
            throws Exception {
        long conversation = talk(kind);
        write(RULE);
        say(conversation, "visitor");
        pass(60);
        assertThat(lines(conversation, "reminded")).as("the agent is to answer").isZero();
        say(conversation, "agent");
        pass(4);
        assertThat(lines(conversation, "reminded")).isZero();
        pass(1);
        assertThat(lines(conversation, "\"reminded\"")).isEqualTo(1);
        assertThat(lines(conversation, "Are you still there?")).isEqualTo(1);
        pass(2);
        // after a restart: other beans on the same tables
        desk.node().get(InactivitySweep.class).sweep();
        assertThat(lines(conversation, "\"reminded\"")).isEqualTo(1);
        assertThat(status(conversation)).isEqualTo("open");
        pass(1);
        assertThat(status(conversation)).isEqualTo("closed");
        assertThat(desk.ask("select close_reason from conversation where id = ?", conversation))
                .isEqualTo("inactivity");
        assertThat(lines(conversation, "Closed for now. Write any time.")).isEqualTo(1);
        assertThat(desk.count(
                        "select count(*) from conversation_event where conversation_id = ? and type = 'closed'"
                                + " and actor_kind = 'system' and reason = 'inactivity'",
                        conversation))
                .isEqualTo(1);
        pass(60);
        assertThat(lines(conversation, "\"closed\"")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void whoever_answers_the_reminder_goes_on_and_is_reminded_anew_of_later_words(Kind kind) throws Exception {
        long conversation = talk(kind);
        write(RULE);
        say(conversation, "agent");
        pass(5);
        say(conversation, "visitor");
        pass(30);
        assertThat(status(conversation)).isEqualTo("open");
        say(conversation, "agent");
        pass(5);
        assertThat(lines(conversation, "\"reminded\"")).isEqualTo(2);
        pass(3);
        assertThat(status(conversation)).isEqualTo("closed");
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void of_two_nodes_one_does_it_once(Kind kind) throws Exception {
        long conversation = talk(kind);
        write(RULE);
        say(conversation, "agent");
        var first = desk.node().get(InactivitySweep.class);
        var second = desk.node().get(InactivitySweep.class);
        for (int minutes : new int[] {5, 3}) {
            desk.clock.advance(Duration.ofMinutes(minutes));
            var beside = new Thread(first::sweep);
            beside.start();
            second.sweep();
            beside.join();
        }
        assertThat(lines(conversation, "\"reminded\"")).isEqualTo(1);
        assertThat(lines(conversation, "\"closed\"")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void whoever_takes_it_over_has_as_long_to_write_as_the_one_before(Kind kind) throws Exception {
        long conversation = talk(kind);
        write(new InactivityRule(null, 5, Map.of()));
        Caller.Staff colleague = desk.agent("colleague", SUPPORT);
        say(conversation, "agent");
        pass(4);
        desk.get(OwnTransaction.class)
                .run(() -> desk.get(Lifecycle.class).requeue(conversation, Author.of(agent), null));
        pass(30);
        assertThat(status(conversation)).as("nobody has it").isEqualTo("waiting");
        desk.get(OwnTransaction.class)
                .run(() -> desk.get(Lifecycle.class)
                        .assign(conversation, colleague.accountId(), Author.of(colleague), null));
        pass(4);
        assertThat(status(conversation)).isEqualTo("open");
        pass(1);
        assertThat(status(conversation)).isEqualTo("closed");
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void one_that_goes_wrong_keeps_no_other_from_its_turn(Kind kind) throws Exception {
        long broken = talk(kind);
        long sound = desk.waiting(SUPPORT);
        desk.get(OwnTransaction.class)
                .run(() -> desk.get(Lifecycle.class).assign(sound, agent.accountId(), Author.of(agent), null));
        write(RULE);
        say(broken, "agent");
        desk.change("delete from conversation_head where conversation_id = ?", broken);
        desk.clock.advance(Duration.ofSeconds(1));
        say(sound, "agent");
        pass(5);
        assertThat(lines(sound, "\"reminded\"")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void two_who_write_the_first_rule_at_once_are_not_in_each_others_way(Kind kind) throws Exception {
        talk(kind);
        assertThat(desk.get(Inactivity.class).of(administrator, "department-1")).isEqualTo(InactivityRule.NONE);
        var beside = CompletableFuture.runAsync(() -> write(RULE));
        write(new InactivityRule(7, null, Map.of()));
        beside.join();
        assertThat(desk.count("select count(*) from department_inactivity")).isEqualTo(1);
        assertThat(desk.count("select count(*) from audit_entry where kind = 'inactivity'"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void the_longest_texts_in_all_languages_can_be_kept(Kind kind) throws Exception {
        talk(kind);
        var longest = new Words("\"".repeat(250), "\\".repeat(250));
        Map<String, Words> texts = IntStream.range(0, 20)
                .boxed()
                .collect(Collectors.toMap(i -> "de-x-" + "abcdefgh-".repeat(3) + (char) ('a' + i), i -> longest));
        write(new InactivityRule(1, 1, texts));
        assertThat(desk.get(Inactivity.class).of(administrator, "department-1").texts())
                .isEqualTo(texts);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void without_a_reminder_it_ends_by_itself_and_without_a_rule_never(Kind kind) throws Exception {
        long conversation = talk(kind);
        say(conversation, "agent");
        pass(10_000);
        assertThat(status(conversation)).isEqualTo("open");
        write(new InactivityRule(null, 15, Map.of()));
        pass(0);
        assertThat(status(conversation)).isEqualTo("closed");
        assertThat(lines(conversation, "\"reminded\"")).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void administrators_write_it_for_departments_of_their_own_within_bounds_and_it_is_audited(Kind kind)
            throws Exception {
        talk(kind);
        write(RULE);
        assertThat(desk.get(Inactivity.class).of(administrator, "department-1")).isEqualTo(RULE);
        assertThat(desk.count(
                        "select count(*) from audit_entry where kind = 'inactivity' and subject = 'department-1'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> desk.get(Inactivity.class).of(administrator, "department-9"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.get(Inactivity.class).of(agent, "department-1"))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> new InactivityRule(0, null, Map.of())).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Words("x".repeat(251), null)).isInstanceOf(Invalid.class);
    }
}

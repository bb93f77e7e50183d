package dev.parley.conversation.persistence;

import static dev.parley.conversation.persistence.LogDesk.admission;
import static dev.parley.conversation.persistence.LogDesk.answer;
import static dev.parley.conversation.persistence.LogDesk.open;
import static dev.parley.conversation.persistence.LogDesk.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Admission;
import dev.parley.conversation.Receipt;
import dev.parley.shared.NotFound;
import dev.parley.shared.Refused;
import dev.parley.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The message log over real databases: what it promises whatever comes how often, over one node and over two. */
class MessageLogIT {
    static Stream<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @Tag("CHAT-3")
    void a_first_message_opens_a_waiting_conversation_at_seq_1(TestDatabase.Kind kind) throws Exception {
        try (var desk = new LogDesk(kind)) {
            Receipt opened = answer(open(desk.node(), "u1", "Hello"));

            assertThat(opened.seq()).isEqualTo(1);
            assertThat(desk.ask("select status from conversation")).containsExactly("waiting");
            assertThat(desk.ask("select type from conversation_event")).containsExactly("opened");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @Tag("CHAT-2")
    void a_resend_gets_the_same_answer_and_makes_nothing(TestDatabase.Kind kind) throws Exception {
        try (var desk = new LogDesk(kind)) {
            var node = desk.node();
            Receipt first = answer(open(node, "u1", "Hello"));
            Receipt second = answer(say(node, admission(first), "u2", "Again"));

            Receipt firstAgain = answer(open(desk.node(), "u1", "Hello"));
            Receipt secondAgain = answer(say(node, admission(first), "u2", "Again"));

            assertThat(firstAgain)
                    .usingRecursiveComparison()
                    .ignoringFields("fresh")
                    .isEqualTo(first);
            assertThat(secondAgain)
                    .usingRecursiveComparison()
                    .ignoringFields("fresh")
                    .isEqualTo(second);
            assertThat(secondAgain.fresh()).isFalse();
            assertThat(desk.ask("select client_id from message order by seq")).containsExactly("u1", "u2");
            assertThat(desk.ask("select id from conversation")).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @Tag("CHAT-2")
    void a_client_id_with_another_text_or_conversation_is_a_conflict(TestDatabase.Kind kind) throws Exception {
        try (var desk = new LogDesk(kind)) {
            var node = desk.node();
            Admission one = admission(answer(open(node, "u1", "Hello")));
            Admission other = admission(answer(open(node, "u2", "Something else")));
            answer(say(node, one, "u3", "Blue"));

            assertRefused(say(node, one, "u3", "Red"), Refused.class);
            assertRefused(say(node, other, "u3", "Blue"), Refused.class);
            assertThat(desk.ask("select last_seq from conversation_head order by conversation_id"))
                    .containsExactly("2", "1");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @Tag("CHAT-3")
    void what_cannot_be_placed_takes_no_seq_and_does_not_hold_the_rest(TestDatabase.Kind kind) throws Exception {
        try (var desk = new LogDesk(kind)) {
            var node = desk.node();
            Admission here = admission(answer(open(node, "u1", "Hello")));
            var stale = new Admission(here.conversationId(), here.conversation(), 1, 7);
            var nowhere = new Admission(4711, "nowhere", 1, 1);

            var refused = say(node, stale, "u2", "late");
            var lost = say(node, nowhere, "u3", "lost");
            Receipt good = answer(say(node, here, "u4", "good"));

            assertRefused(refused, StaleAdmission.class);
            assertRefused(lost, NotFound.class);
            assertThat(good.seq()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @Tag("CHAT-2")
    @Tag("CHAT-3")
    void each_of_2000_messages_sent_1_to_3_times_over_two_nodes_is_one_row_without_a_gap(TestDatabase.Kind kind)
            throws Exception {
        try (var desk = new LogDesk(kind)) {
            var nodes = List.of(desk.node(), desk.node());
            var conversations = new ArrayList<Admission>();
            for (int i = 0; i < 20; i++)
                conversations.add(admission(answer(open(nodes.get(i % 2), "open" + i, "Hello"))));
            var random = new Random(2026);
            var answers = new HashMap<String, List<CompletableFuture<Receipt>>>();

            for (int i = 0; i < 2_000; i++) {
                var to = conversations.get(random.nextInt(conversations.size()));
                String clientId = "m" + i;
                for (int copies = 1 + random.nextInt(3); copies > 0; copies--) {
                    answers.computeIfAbsent(clientId, id -> new ArrayList<>())
                            .add(say(nodes.get(random.nextInt(2)), to, clientId, "text " + clientId));
                }
            }

            for (var copies : answers.values()) {
                var seqs = new ArrayList<Long>();
                for (var copy : copies) seqs.add(answer(copy).seq());
                assertThat(seqs).containsOnly(seqs.get(0));
            }
            assertThat(desk.ask("select count(*) from message where client_id like 'm%'"))
                    .containsExactly("2000");
            for (Admission conversation : conversations) {
                var seqs = desk.ask("select seq from message where conversation_id = " + conversation.conversationId()
                        + " order by seq");
                assertThat(seqs)
                        .containsExactlyElementsOf(LongStream.rangeClosed(1, seqs.size())
                                .mapToObj(Long::toString)
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @Tag("CHAT-2")
    void a_first_message_sent_to_two_nodes_at_once_opens_one_conversation(TestDatabase.Kind kind) throws Exception {
        try (var desk = new LogDesk(kind)) {
            var one = desk.node();
            var other = desk.node();
            for (int round = 0; round < 30; round++) {
                var a = open(one, "first" + round, "Hello");
                var b = open(other, "first" + round, "Hello");

                assertThat(answer(a).conversation()).isEqualTo(answer(b).conversation());
            }
            assertThat(desk.ask("select id from conversation")).hasSize(30);
        }
    }

    private static void assertRefused(CompletableFuture<Receipt> pending, Class<? extends Throwable> why) {
        assertThatThrownBy(() -> answer(pending))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(why);
    }
}

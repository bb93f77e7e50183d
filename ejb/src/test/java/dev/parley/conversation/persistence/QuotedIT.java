package dev.parley.conversation.persistence;

import static dev.parley.conversation.persistence.LogDesk.admission;
import static dev.parley.conversation.persistence.LogDesk.answer;
import static dev.parley.conversation.persistence.LogDesk.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Admission;
import dev.parley.conversation.Draft;
import dev.parley.conversation.Receipt;
import dev.parley.shared.Invalid;
import dev.parley.shared.PublicIds;
import dev.parley.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which message another one may quote, over real databases. */
@Tag("CHAT-16")
class QuotedIT {
    static Stream<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_somebody_said_in_the_same_conversation(TestDatabase.Kind kind) throws Exception {
        try (var desk = new LogDesk(kind)) {
            var node = desk.node();
            Receipt first = answer(open(node, "u1", "Blue or red?"));

            answer(node.submit(quoting(first.id(), admission(first), null)));

            assertThat(desk.ask("select extra from message where seq = 2"))
                    .containsExactly("{\"replyTo\":\"" + first.id() + "\"}");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void neither_an_event_nor_a_change_nor_what_is_elsewhere_or_nowhere(TestDatabase.Kind kind) throws Exception {
        try (var desk = new LogDesk(kind)) {
            var node = desk.node();
            Receipt here = answer(open(node, "u1", "Hello"));
            Receipt elsewhere = answer(open(node, "u2", "Hello again"));
            answer(LogDesk.say(node, admission(here), "u3", "an event"));
            answer(LogDesk.say(node, admission(here), "u4", "a change"));
            desk.run(
                    "update message set kind = 'event' where client_id = 'u3'",
                    "update message set kind = 'change' where client_id = 'u4'");
            String conversation = here.conversation();

            for (String id : List.of(
                    conversation + "-2",
                    conversation + "-3",
                    conversation + "-4",
                    conversation + "-0",
                    conversation + "-01",
                    conversation + "-999999999999999999999",
                    conversation + "-",
                    conversation,
                    "",
                    elsewhere.id())) {
                var refused = node.submit(quoting(id, admission(here), null));
                assertThatThrownBy(() -> answer(refused)).as(id).hasCauseInstanceOf(Invalid.class);
            }
            assertThat(desk.ask("select last_seq from conversation_head order by conversation_id"))
                    .containsExactly("3", "1");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void words_that_go_on_in_another_conversation_go_without_the_quote(TestDatabase.Kind kind) throws Exception {
        try (var desk = new LogDesk(kind)) {
            var node = desk.node();
            Receipt old = answer(open(node, "u1", "Blue or red?"));
            var opening =
                    new Post.Opening(PublicIds.next(), 1, 1, 1, "chat", old.conversationId(), java.util.List.of());

            Receipt fresh = answer(node.submit(quoting(old.id(), null, opening)));

            assertThat(fresh.conversation()).isNotEqualTo(old.conversation());
            assertThat(desk.ask("select coalesce(extra, 'none') from message where client_id = 'answer'"))
                    .containsExactly("none");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_first_message_has_nothing_to_quote(TestDatabase.Kind kind) throws Exception {
        try (var desk = new LogDesk(kind)) {
            var node = desk.node();
            Receipt elsewhere = answer(open(node, "u1", "Hello"));
            var opening = new Post.Opening(PublicIds.next(), 1, 1, 1, "chat", null, java.util.List.of());

            var refused = node.submit(quoting(elsewhere.id(), null, opening));

            assertThatThrownBy(() -> answer(refused)).hasCauseInstanceOf(Invalid.class);
            assertThat(desk.ask("select id from conversation")).hasSize(1);
        }
    }

    /** "Blue" as an answer to a message; where it opens a conversation it was asked to go to that message's. */
    private static Post quoting(String replyTo, Admission to, Post.Opening opening) {
        String asked = to != null
                ? to.conversation()
                : opening.previousId() == null ? null : replyTo.substring(0, replyTo.lastIndexOf('-'));
        var draft = new Draft("answer", asked, null, "Blue", List.of(), replyTo, null);
        return new Post(
                1,
                LogDesk.MIA,
                draft,
                draft.digest(),
                to,
                opening,
                Instant.parse("2026-01-01T10:00:02Z"),
                new CompletableFuture<>());
    }
}

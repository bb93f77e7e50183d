package dev.parley.web.socket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cluster.Hint;
import dev.parley.cluster.HintKind;
import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.ConversationAssigned;
import dev.parley.conversation.ConversationEvent.ConversationClosed;
import dev.parley.conversation.ConversationEvent.ConversationTransferred;
import dev.parley.conversation.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What one node says of a turn is what the other one makes of it. */
@Tag("ROU-13")
class TurnTest {
    private static final Author ANNA = new Author("agent", "anna", "Anna");
    private static final String BY = "\"by\":{\"kind\":\"agent\",\"id\":\"anna\",\"name\":\"Anna\"}";

    private final List<ConversationEvent> heard = new ArrayList<>();
    private final ConversationNews news = new ConversationNews() {
        @Override
        void assigned(ConversationAssigned e) {
            heard.add(e);
        }

        @Override
        void closed(ConversationClosed e) {
            heard.add(e);
        }

        @Override
        void transferred(ConversationTransferred e) {
            heard.add(e);
        }
    };

    @Test
    void who_did_it_and_why_stand_in_the_row() {
        Message line = line("{\"event\":{\"type\":\"closed\"," + BY + ",\"reason\":\"agent\"}}");

        new Turn(hint(HintKind.CLOSED).department(4).person(3L), line).tell(news);

        assertThat(heard).containsExactly(new ConversationClosed(1, 2, 4, 3L, ANNA, "agent", line));
    }

    @Test
    void nobody_is_nobody_and_not_number_0() {
        Message line = line("{\"event\":{\"type\":\"transferred\"," + BY + "}}");

        new Turn(hint(HintKind.TRANSFERRED).department(4).from(5).person(null).former(6L), line).tell(news);

        assertThat(heard).containsExactly(new ConversationTransferred(1, 2, 5, 4, 6L, null, ANNA, line));
    }

    @Test
    void a_row_that_names_nobody_is_the_desks() {
        Message line = line(null);

        new Turn(hint(HintKind.ASSIGNED).department(4).person(3L), line).tell(news);

        assertThat(heard).containsExactly(new ConversationAssigned(1, 2, 3, 4, Author.SYSTEM, line));
    }

    private static Hint hint(HintKind kind) {
        return Hint.of(kind, 1).conversation(2).seq(7);
    }

    private static Message line(String extra) {
        return new Message("c", 7, "id", Instant.EPOCH, Author.SYSTEM, "event", null, extra);
    }
}

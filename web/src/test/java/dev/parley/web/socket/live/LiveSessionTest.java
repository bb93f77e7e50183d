package dev.parley.web.socket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Author;
import dev.parley.conversation.Message;
import dev.parley.web.socket.transport.RecordingConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LiveSessionTest {
    private static final long CONVERSATION = 7;

    private final List<String> told = new ArrayList<>();
    private final List<Cursor> replays = new ArrayList<>();
    private final LiveSession session =
            new LiveSession(null, new RecordingConnection(told), replays::add, Set.of(), null);

    @Test
    @Tag("CHAT-3")
    void what_a_session_was_told_is_not_told_again_when_it_comes_back_to_a_conversation() {
        Cursor first = session.follow(CONVERSATION, "c", 447);
        first.message(448, "m448", null);
        first.message(449, "back in the queue", null);
        session.unfollow(CONVERSATION);

        // sent again after a lost line: the old message's receipt makes the session follow anew
        Cursor second = session.follow(CONVERSATION, "c", 448);
        second.receipt(448, "client", "receipt of 448");
        second.message(450, "m450", null);

        assertThat(told).containsExactly("m448", "back in the queue", "receipt of 448", "m450");
        assertThat(replays).isEmpty();
    }

    @Test
    @Tag("CHAT-4")
    void a_replay_of_what_is_followed_no_longer_goes_no_further() {
        Cursor cursor = session.follow(CONVERSATION, "c", 1);
        cursor.message(3, "m3", null);
        session.unfollow(CONVERSATION);

        assertThat(cursor.page(rows(2, 3), () -> {})).isFalse();
        assertThat(told).isEmpty();

        Cursor again = session.follow(CONVERSATION, "c", 1);
        again.message(3, "m3", null);
        again.page(rows(2, 3), () -> {});
        assertThat(told).hasSize(2);
    }

    @Test
    @Tag("CHAT-1")
    void a_receipt_that_waited_for_a_replay_is_not_lost_with_it() {
        Cursor cursor = session.follow(CONVERSATION, "c", 1);
        cursor.receipt(3, "client", "receipt of 3");
        assertThat(told).isEmpty();

        session.unfollow(CONVERSATION);

        assertThat(told).containsExactly("receipt of 3");
    }

    private static List<Message> rows(long... seqs) {
        return LongStream.of(seqs)
                .mapToObj(seq -> new Message(
                        "c", seq, "u" + seq, Instant.EPOCH, new Author("visitor", "v", "Mia"), "text", "t" + seq, null))
                .toList();
    }
}

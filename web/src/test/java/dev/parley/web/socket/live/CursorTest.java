package dev.parley.web.socket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Author;
import dev.parley.conversation.Message;
import dev.parley.web.socket.transport.CloseCode;
import dev.parley.web.socket.transport.Connection;
import dev.parley.web.socket.transport.RecordingConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CursorTest {
    private final List<String> told = new ArrayList<>();
    private final List<Cursor> replays = new ArrayList<>();
    private final Connection wire = new RecordingConnection(told);

    @Test
    @Tag("CHAT-3")
    void rows_in_order_are_told_at_once() {
        var cursor = cursor(0);

        cursor.message(1, "m1", null);
        cursor.message(2, "m2", null);

        assertThat(told).containsExactly("m1", "m2");
    }

    @Test
    @Tag("CHAT-3")
    void a_row_told_already_is_not_told_again() {
        var cursor = cursor(5);

        cursor.message(5, "m5", null);
        cursor.message(4, "m4", null);

        assertThat(told).isEmpty();
    }

    @Test
    @Tag("CHAT-4")
    void a_row_that_comes_early_is_told_after_the_gap_is_closed_from_the_database() {
        var cursor = cursor(1);

        cursor.message(3, "m3", null);

        assertThat(told).isEmpty();
        assertThat(replays).containsExactly(cursor);
        cursor.page(rows(2, 3), () -> {});
        cursor.page(rows(), () -> {});
        assertThat(told).hasSize(2);
        assertThat(cursor.told()).isEqualTo(3);
    }

    @Test
    @Tag("CHAT-4")
    void live_rows_wait_while_a_replay_runs_and_the_replay_tells_them() {
        var cursor = cursor(1);
        cursor.message(3, "m3", null);
        cursor.message(4, "m4", null);

        assertThat(cursor.page(rows(2, 3), () -> {})).isTrue();
        assertThat(cursor.page(rows(4), () -> {})).isTrue();
        assertThat(cursor.page(rows(), () -> {})).isFalse();
        cursor.message(5, "m5", null);

        assertThat(told).hasSize(4).last().isEqualTo("m5");
    }

    @Test
    @Tag("ROU-13")
    void a_row_of_another_node_is_read_from_the_database_and_known_ones_are_not() {
        var cursor = cursor(1);

        assertThat(cursor.elsewhere(1)).isFalse();
        assertThat(replays).isEmpty();
        assertThat(cursor.elsewhere(2)).isTrue();
        assertThat(cursor.elsewhere(2)).as("the same hint again").isFalse();
        assertThat(cursor.elsewhere(3)).isTrue();
        assertThat(replays).as("one replay at a time").containsExactly(cursor);

        cursor.page(rows(2, 3), () -> {});
        cursor.page(rows(), () -> {});
        assertThat(told).hasSize(2);
        // a replay that the database did not answer is begun anew by the next look
        cursor.elsewhere(4);
        cursor.giveUp();
        assertThat(cursor.elsewhere(4)).isFalse();
        assertThat(replays).hasSize(3);
    }

    @Test
    @Tag("CHAT-2")
    void a_receipt_counts_as_the_senders_own_row() {
        var cursor = cursor(1);
        cursor.expect("u2");

        cursor.receipt(2, "u2", "sent 2");
        cursor.message(3, "m3", null);

        assertThat(told).containsExactly("sent 2", "m3");
        assertThat(replays).isEmpty();
    }

    @Test
    @Tag("CHAT-3")
    void a_receipt_waits_for_the_rows_before_it() {
        var cursor = cursor(1);

        cursor.receipt(3, "u3", "sent 3");
        assertThat(told).isEmpty();
        cursor.page(rows(2, 3), () -> {});

        assertThat(told).hasSize(2).last().isEqualTo("sent 3");
    }

    @Test
    @Tag("CHAT-3")
    void a_replay_halts_at_the_sessions_own_row_until_its_receipt_comes() {
        var cursor = cursor(0);
        cursor.expect("u1");

        cursor.message(2, "m2", null);
        assertThat(cursor.page(rows(1, 2), () -> {})).isTrue();
        assertThat(told).isEmpty();
        assertThat(replays).hasSize(1);
        cursor.receipt(1, "u1", "sent 1");
        assertThat(replays).hasSize(2);
        cursor.page(rows(1, 2), () -> {});

        assertThat(told).hasSize(2).first().isEqualTo("sent 1");
        assertThat(told.get(1)).contains("\"seq\":2");
    }

    @Test
    @Tag("CHAT-3")
    void a_halted_replay_goes_on_when_the_own_message_was_refused_and_the_row_is_anothers() {
        var cursor = cursor(0);
        cursor.expect("u1");
        cursor.message(2, "m2", null);
        cursor.page(rows(1, 2), () -> {});

        cursor.failed("u1");
        cursor.page(rows(1, 2), () -> {});

        assertThat(replays).hasSize(2);
        assertThat(told).hasSize(2);
    }

    @Test
    @Tag("CHAT-2")
    void a_replay_that_is_given_up_still_answers_what_was_sent() {
        var cursor = cursor(0);
        cursor.receipt(2, "u2", "sent 2");

        cursor.giveUp();

        assertThat(told).containsExactly("sent 2");
    }

    @Test
    @Tag("CHAT-4")
    void nothing_is_told_before_the_welcome_and_everything_missed_after_it() {
        var cursor = cursor(3).held(5);

        cursor.message(6, "m6", null);
        assertThat(told).isEmpty();
        cursor.release();

        assertThat(replays).containsExactly(cursor);
        cursor.page(rows(4, 5, 6), () -> {});
        assertThat(told).hasSize(3);
    }

    @Test
    @Tag("ROU-13")
    void a_row_that_cannot_be_read_is_asked_for_once_and_again_by_the_next_look() {
        var cursor = cursor(1);
        cursor.elsewhere(2);

        cursor.asking();
        assertThat(cursor.page(rows(), () -> {})).isFalse();
        assertThat(replays).hasSize(1);

        assertThat(cursor.elsewhere(2)).as("it was known").isFalse();
        assertThat(replays).hasSize(2);
        cursor.asking();
        assertThat(cursor.page(rows(3), () -> {})).as("the row behind a gap").isFalse();
        assertThat(replays).hasSize(2);
        assertThat(told).isEmpty();
    }

    @Test
    @Tag("ROU-13")
    void a_row_that_came_while_nothing_could_be_read_is_asked_for() {
        var cursor = cursor(1);
        cursor.elsewhere(2);
        cursor.asking();
        cursor.elsewhere(3);

        assertThat(cursor.page(rows(), () -> {})).isTrue();

        assertThat(replays).hasSize(2);
    }

    @Test
    @Tag("ROU-13")
    void a_replay_ends_with_a_page_that_is_not_full_when_it_is_written() {
        var wire = new SlowWire();
        var cursor = new Cursor(7, "c", 1, wire, replays::add);
        cursor.elsewhere(2);

        cursor.page(rows(2), () -> told.add("written"));
        cursor.elsewhere(3);
        assertThat(replays).as("a slow reader holds one page only").hasSize(1);
        wire.write();
        assertThat(replays).as("what came meanwhile").hasSize(2);
        cursor.page(rows(3), () -> {});
        wire.write();

        assertThat(replays).as("nothing is read in vain").hasSize(2);
        assertThat(told).contains("written");
        cursor.message(4, "m4", null);
        assertThat(told).last().isEqualTo("m4");
    }

    @Test
    @Tag("ROU-13")
    void behind_a_full_page_there_may_be_more() {
        var wire = new SlowWire();
        var cursor = new Cursor(7, "c", 0, wire, replays::add);
        cursor.elsewhere(Cursor.PAGE_ROWS);

        cursor.page(rows(LongStream.rangeClosed(1, Cursor.PAGE_ROWS).toArray()), () -> {});
        wire.write();

        assertThat(replays).hasSize(2);
    }

    /** Says that a page is written when the test says so. */
    private final class SlowWire implements Connection {
        private Runnable written;

        void write() {
            written.run();
        }

        @Override
        public void sendPage(List<String> frames, Runnable then) {
            told.addAll(frames);
            written = then;
        }

        @Override
        public String id() {
            return wire.id();
        }

        @Override
        public void send(String frame) {
            wire.send(frame);
        }

        @Override
        public void send(String frame, Runnable then) {
            wire.send(frame, then);
        }

        @Override
        public void close(CloseCode code, String reason) {
            wire.close(code, reason);
        }

        @Override
        public boolean isOpen() {
            return true;
        }
    }

    private Cursor cursor(long from) {
        return new Cursor(7, "c", from, wire, replays::add);
    }

    private static List<Message> rows(long... seqs) {
        return LongStream.of(seqs)
                .mapToObj(seq -> new Message(
                        "c", seq, "u" + seq, Instant.EPOCH, new Author("visitor", "v", "Mia"), "text", "t" + seq, null))
                .toList();
    }
}

package dev.parley.cluster.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cluster.Hint;
import dev.parley.cluster.HintKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ROU-13")
class PendingHintsTest {
    private final PendingHints waiting = new PendingHints();

    @Test
    void of_many_messages_of_a_conversation_the_last_is_enough() throws InterruptedException {
        waiting.add(message(7, 1));
        waiting.add(message(8, 1));
        waiting.add(message(7, 3));
        waiting.add(message(7, 2));

        assertThat(waiting.take(0)).containsExactly(message(7, 3), message(8, 1));
        assertThat(waiting.take(0)).isEmpty();
    }

    @Test
    void what_happened_to_a_conversation_stays_in_order() throws InterruptedException {
        Hint taken = Hint.of(HintKind.ASSIGNED, 1).conversation(7).person(3L).seq(2);
        Hint back = Hint.of(HintKind.REQUEUED, 1).conversation(7).former(3L).seq(3);
        waiting.add(taken);
        waiting.add(back);
        waiting.add(taken);

        assertThat(waiting.take(0)).containsExactly(taken, back);
    }

    @Test
    void of_typing_the_last_word_counts() throws InterruptedException {
        Hint typing = Hint.of(HintKind.TYPING, 1).conversation(7).word("mia");
        waiting.add(typing.seq(1));
        waiting.add(typing.seq(0));

        assertThat(waiting.take(0)).containsExactly(typing.seq(0));
    }

    @Test
    void more_than_anybody_should_read_is_one_hint_for_all_of_it() throws InterruptedException {
        for (int i = 0; i <= PendingHints.MOST; i++) waiting.add(message(i, 1));
        waiting.add(message(9, 9));

        assertThat(waiting.take(0)).containsExactly(Hint.of(HintKind.ALL, 0), message(9, 9));
    }

    private static Hint message(long conversation, long seq) {
        return Hint.of(HintKind.MESSAGE, 1).conversation(conversation).seq(seq);
    }
}

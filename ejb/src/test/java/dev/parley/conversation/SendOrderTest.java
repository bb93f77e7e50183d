package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.persistence.StaleAdmission;
import dev.parley.shared.NotFound;
import dev.parley.shared.Unavailable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The log answers and the executor runs when the test says so: every interleaving can be had. */
@Tag("CHAT-3")
class SendOrderTest {
    private final SendOrder order = new SendOrder();
    private final List<String> log = new ArrayList<>();
    private final Deque<CompletableFuture<Receipt>> inFlight = new ArrayDeque<>();
    private final Deque<CompletableFuture<Posted>> admitting = new ArrayDeque<>();
    private final Deque<Runnable> executor = new ArrayDeque<>();

    private CompletableFuture<Posted> send(String text) {
        return order.send(
                admission -> {
                    log.add(text + " with " + admission.epoch());
                    inFlight.add(new CompletableFuture<>());
                    return inFlight.getLast();
                },
                () -> {
                    log.add(text + " anew");
                    admitting.add(new CompletableFuture<>());
                    return admitting.getLast();
                },
                executor::add);
    }

    private static Admission epoch(long epoch) {
        return new Admission(1, "c", 1, epoch);
    }

    private static Posted stored(long seq, long epoch) {
        return new Posted(receipt(seq), epoch(epoch));
    }

    private static Receipt receipt(long seq) {
        return new Receipt("c", 1, "client-" + seq, seq, Instant.EPOCH, true);
    }

    private void stale() {
        inFlight.poll().completeExceptionally(new StaleAdmission());
    }

    @Test
    void while_the_right_holds_many_are_in_flight() {
        order.admit(epoch(1));

        var one = send("one");
        send("two");
        inFlight.poll().complete(receipt(1));

        assertThat(log).containsExactly("one with 1", "two with 1");
        assertThat(one.join().receipt().seq()).isEqualTo(1);
    }

    @Test
    void a_later_message_does_not_overtake_those_that_came_back_stale() {
        order.admit(epoch(1));
        send("one");
        send("two");
        stale();
        // "two" is still on its way back
        send("three");
        assertThat(executor).isEmpty();

        stale();
        executor.poll().run();
        assertThat(log).containsExactly("one with 1", "two with 1", "one anew");

        admitting.poll().complete(stored(1, 2));
        // the new right is known, but "two" and "three" are not stored yet
        send("four");
        for (int seq = 2; seq <= 4; seq++) {
            executor.poll().run();
            admitting.poll().complete(stored(seq, 2));
        }
        send("five");

        assertThat(log.subList(3, 7)).containsExactly("two anew", "three anew", "four anew", "five with 2");
        assertThat(executor).isEmpty();
    }

    @Test
    void one_that_fails_does_not_hold_the_others() {
        var refused = send("one");
        var next = send("two");
        assertThat(log).containsExactly("one anew");

        admitting.poll().completeExceptionally(new NotFound("There is no such conversation."));
        executor.poll().run();
        admitting.poll().complete(stored(1, 1));

        assertThatThrownBy(refused::join).hasCauseInstanceOf(NotFound.class);
        assertThat(next.join().receipt().seq()).isEqualTo(1);
    }

    @Test
    void what_throws_is_an_answer_too() {
        CompletableFuture<Posted> thrown = order.send(
                admission -> new CompletableFuture<>(),
                () -> {
                    throw new NotFound("There is no such conversation.");
                },
                Runnable::run);

        assertThatThrownBy(thrown::join).hasCauseInstanceOf(NotFound.class);
        send("next");
        assertThat(log).containsExactly("next anew");
    }

    @Test
    void a_server_that_stops_answers_all_that_wait() {
        order.admit(epoch(1));
        var stale = new CompletableFuture<Receipt>();
        var one = order.send(admission -> stale, CompletableFuture::new, task -> {
            throw new RejectedExecutionException("stopping");
        });

        stale.completeExceptionally(new StaleAdmission());

        assertThatThrownBy(one::join).hasCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void what_waits_is_bounded_and_goes_on_when_it_can() {
        send("first");
        for (int i = 0; i < SendOrder.MAX_WAITING; i++) send("waits");

        assertThatThrownBy(() -> send("too many")).isInstanceOf(Unavailable.class);

        admitting.poll().complete(stored(1, 1));
        while (!executor.isEmpty()) {
            executor.poll().run();
            admitting.poll().complete(stored(2, 1));
        }
        assertThat(log).hasSize(1 + SendOrder.MAX_WAITING).doesNotContain("too many anew");
    }

    @Test
    void an_older_right_does_not_replace_a_newer() {
        order.admit(epoch(3));
        order.admit(epoch(2));

        send("one");

        assertThat(log).containsExactly("one with 3");
    }
}

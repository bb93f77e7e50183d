package dev.parley.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CHAT-12")
class BoundedWorkTest {
    private final Queue<Runnable> started = new ArrayDeque<>();
    private final List<Long> done = new ArrayList<>();

    @Test
    void no_more_run_than_there_are_hands_and_all_is_done() throws InterruptedException {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var all = new CountDownLatch(200);
        var pool = Executors.newCachedThreadPool();
        try {
            var work = new BoundedWork<Long>(pool, 2, key -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                Thread.yield();
                running.decrementAndGet();
                all.countDown();
            });
            for (long key = 0; key < 200; key++) work.offer(key);
            assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(most.get()).isBetween(1, 2);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void what_waits_already_is_not_taken_twice_and_may_come_again_when_done() {
        var work = new BoundedWork<Long>(started::add, 1, done::add);
        work.offer(7L);
        work.offer(7L);
        run();
        assertThat(done).containsExactly(7L);

        work.offer(7L);
        run();
        assertThat(done).containsExactly(7L, 7L);
    }

    @Test
    void one_that_fails_stops_no_other() {
        var work = new BoundedWork<Long>(started::add, 1, key -> {
            if (key == 1) throw new IllegalStateException("meant to fail");
            done.add(key);
        });
        work.offer(1L);
        work.offer(2L);
        run();
        assertThat(done).containsExactly(2L);
    }

    @Test
    void a_full_executor_loses_nothing_that_is_offered_later() {
        var full = new AtomicInteger(1);
        Executor executor = task -> {
            if (full.getAndDecrement() > 0) throw new RejectedExecutionException("full");
            started.add(task);
        };
        var work = new BoundedWork<Long>(executor, 1, done::add);
        work.offer(1L);
        work.offer(2L);
        run();
        assertThat(done).containsExactly(1L, 2L);
    }

    @Test
    void the_queue_has_an_end() {
        var work = new BoundedWork<Long>(started::add, 1, done::add);
        for (long key = 0; key < 5_000; key++) work.offer(key);
        run();
        assertThat(done).hasSize(1_000);
    }

    private void run() {
        for (Runnable next = started.poll(); next != null; next = started.poll()) next.run();
    }
}

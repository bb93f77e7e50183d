package dev.parley.shared;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Does a piece of work for each key, at most so many at a time, each key once while it waits. The servers' default executor has no width
 * of its own, so the limit is here. What does not fit is dropped: whoever offers it offers it again.
 */
public final class BoundedWork<K> {
    private static final Logger LOG = Logger.getLogger(BoundedWork.class.getName());
    private static final int MOST_WAITING = 1000;

    private final Executor executor;
    private final Consumer<K> work;
    private final Semaphore hands;
    private final Queue<K> waiting = new ConcurrentLinkedQueue<>();
    private final Set<K> known = ConcurrentHashMap.newKeySet();

    /** @param atOnce how many pieces at a time */
    public BoundedWork(Executor executor, int atOnce, Consumer<K> work) {
        this.executor = executor;
        this.work = work;
        this.hands = new Semaphore(atOnce);
    }

    /** Takes the key unless it waits already or too many do. */
    public void offer(K key) {
        if (known.size() >= MOST_WAITING || !known.add(key)) return;
        waiting.add(key);
        startAnother();
    }

    private void startAnother() {
        if (!hands.tryAcquire()) return;
        try {
            executor.execute(this::workOn);
        } catch (RejectedExecutionException e) {
            hands.release(); // the next offer tries again
        }
    }

    private void attempt(K key) {
        try {
            work.accept(key);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "work on " + key + " failed");
        }
    }

    private void workOn() {
        try {
            for (K key = waiting.poll(); key != null; key = waiting.poll()) {
                known.remove(key);
                attempt(key);
            }
        } finally {
            hands.release();
        }
        if (!waiting.isEmpty()) startAnother(); // offered between the last look and the release
    }
}

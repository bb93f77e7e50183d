package dev.parley.web.socket.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A scheduler for time-outs that are nearly always cancelled: {@code schedule} and {@code cancel} are one atomic step each, and one thread
 * sweeps what is due every tick, so a task runs up to one tick late. Periodic tasks go to the ordinary pool.
 */
final class IdleTimer extends ScheduledThreadPoolExecutor {
    private static final Logger LOG = Logger.getLogger(IdleTimer.class.getName());

    private final AtomicReference<Timeout> fresh = new AtomicReference<>();
    private List<Timeout> live = new ArrayList<>(); // the sweeper's only

    IdleTimer(long tickMillis) {
        super(1, IdleTimer::thread);
        setRemoveOnCancelPolicy(true);
        super.scheduleWithFixedDelay(this::sweep, tickMillis, tickMillis, TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "socket-idle-timer");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        var timeout = new Timeout(delay <= 0 ? null : task, System.nanoTime() + unit.toNanos(delay));
        if (delay <= 0) {
            task.run(); // Tyrus: a time-out of 0 is a task that does nothing
            return timeout;
        }
        Timeout head;
        do {
            head = fresh.get();
            timeout.next = head;
        } while (!fresh.compareAndSet(head, timeout));
        return timeout;
    }

    private void sweep() {
        long now = System.nanoTime();
        var keep = new ArrayList<Timeout>(live.size() + 16);
        for (Timeout timeout : live) step(timeout, now, keep);
        Timeout next;
        for (Timeout timeout = fresh.getAndSet(null); timeout != null; timeout = next) {
            next = timeout.next;
            timeout.next = null;
            step(timeout, now, keep);
        }
        live = keep;
    }

    private static void step(Timeout timeout, long now, List<Timeout> keep) {
        if (timeout.isDone()) return;
        if (timeout.due - now > 0) {
            keep.add(timeout);
            return;
        }
        Runnable task = timeout.task.getAndSet(null);
        if (task == null) return;
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "an idle time-out failed", e);
        }
    }

    /** A task and when it is due; without a task it has run or was cancelled. */
    private static final class Timeout implements ScheduledFuture<Object> {
        private final AtomicReference<Runnable> task;
        private final long due;
        private volatile boolean cancelled;
        private Timeout next;

        Timeout(Runnable task, long due) {
            this.task = new AtomicReference<>(task);
            this.due = due;
        }

        @Override
        public boolean cancel(boolean interrupt) {
            cancelled = task.getAndSet(null) != null;
            return cancelled;
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }

        @Override
        public boolean isDone() {
            return task.get() == null;
        }

        /** Nobody waits for a time-out. @return null */
        @Override
        public Object get() {
            return null;
        }

        /** Nobody waits for a time-out. @return null */
        @Override
        public Object get(long timeout, TimeUnit unit) {
            return null;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}

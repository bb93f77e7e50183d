package dev.parley.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Waiting for something that becomes true elsewhere: another process, another thread. */
public final class Await {
    private Await() {}

    /** A condition that may not be askable yet. */
    @FunctionalInterface
    public interface Condition {
        boolean met() throws Exception;
    }

    /**
     * Returns as soon as the condition is met; an exception counts as not yet.
     *
     * @throws TimeoutException naming what was waited for
     */
    public static void until(String what, Duration atMost, Condition condition) throws TimeoutException {
        if (!within(atMost, condition)) {
            throw new TimeoutException("after " + atMost.toSeconds() + " s still not: " + what);
        }
    }

    /** Whether the condition is met in time. */
    public static boolean within(Duration atMost, Condition condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            try {
                if (condition.met()) {
                    return true;
                }
            } catch (Exception notYet) {
                // asked again below
            }
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** Lets time pass: load runs meanwhile, or a fault lasts. */
    public static void pass(Duration time) {
        within(time, () -> false);
    }
}

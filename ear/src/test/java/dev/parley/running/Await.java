package dev.parley.running;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for something to become true. */
public final class Await {
    private static final long PAUSE = Duration.ofMillis(50).toNanos();

    private Await() {}

    /**
     * Asks until there is an answer. What {@code question} throws counts as no answer yet.
     *
     * @throws AssertionError naming {@code what} and the last exception, if none came within {@code limit}
     */
    public static <T> T answer(String what, Duration limit, Callable<Optional<T>> question) {
        long end = System.nanoTime() + limit.toNanos();
        Exception last = null;
        do {
            try {
                Optional<T> answer = question.call();
                if (answer.isPresent()) return answer.get();
                last = null;
            } catch (Exception e) {
                last = e;
            }
            LockSupport.parkNanos(PAUSE);
        } while (System.nanoTime() < end);
        throw new AssertionError(what + " did not happen within " + limit.toSeconds() + " s", last);
    }

    /** Asks until it is true. @throws AssertionError as {@link #answer} */
    public static void until(String what, Duration limit, Callable<Boolean> question) {
        answer(what, limit, () -> question.call() ? Optional.of(true) : Optional.empty());
    }
}

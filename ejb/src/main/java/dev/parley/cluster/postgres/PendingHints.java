package dev.parley.cluster.postgres;

import dev.parley.cluster.Hint;
import dev.parley.cluster.HintKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hints that wait to be sent, in order, what says the same once. Bounded: where more wait than anybody should read one by one, one hint that
 * says "look at everything" takes the place of all.
 */
final class PendingHints {
    static final int MOST = 5_000;

    private final Map<Object, Hint> waiting = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();

    void add(Hint hint) {
        lock.lock();
        try {
            if (hint.kind() != HintKind.ALL && waiting.size() >= MOST) {
                lost();
                return;
            }
            waiting.merge(hint.about(), hint, PendingHints::later);
            something.signal();
        } finally {
            lock.unlock();
        }
    }

    private static Hint later(Hint one, Hint other) {
        return one.kind() == HintKind.MESSAGE && one.seq() > other.seq() ? one : other;
    }

    /** What waits, or was taken and could not be sent, is replaced by one hint for all of it. */
    void lost() {
        lock.lock();
        try {
            waiting.clear();
            Hint all = Hint.of(HintKind.ALL, 0);
            waiting.put(all, all);
        } finally {
            lock.unlock();
        }
    }

    /** All that waits; waits for something for so long. Empty where nothing came. */
    List<Hint> take(long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (waiting.isEmpty() && !something.await(millis, TimeUnit.MILLISECONDS)) return List.of();
            var taken = List.copyOf(new ArrayList<>(waiting.values()));
            waiting.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }
}

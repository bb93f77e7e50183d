package dev.parley.routing;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One company's drain on this node: at most one runs, and what is wanted meanwhile is one more round. */
final class DrainRun {
    private final AtomicInteger wishes = new AtomicInteger();
    private final Map<Long, Instant> freed = new ConcurrentHashMap<>();
    private final Set<Long> moved = ConcurrentHashMap.newKeySet();

    /** @return whether the caller must start the run; otherwise the one that runs goes round again */
    boolean wanted() {
        return wishes.getAndIncrement() == 0;
    }

    /** Does the round until no wish came during the last one. A round that throws ends it: the next wish starts anew. */
    void through(Runnable round) {
        boolean ended = false;
        try {
            int seen;
            do {
                seen = wishes.get();
                round.run();
            } while (!wishes.compareAndSet(seen, 0));
            ended = true;
        } finally {
            if (!ended) abandon();
        }
    }

    /** There is no run any more. */
    void abandon() {
        wishes.set(0);
    }

    void freed(long accountId, Instant at) {
        freed.merge(accountId, at, (a, b) -> a.isAfter(b) ? a : b);
    }

    void moved(long departmentId) {
        moved.add(departmentId);
    }

    /** What was noted since the last time, noted no more. */
    Map<Long, Instant> takeFreed() {
        Map<Long, Instant> taken = new HashMap<>();
        for (Long agent : freed.keySet()) taken.put(agent, freed.remove(agent));
        return taken;
    }

    /** As {@link #takeFreed()}. */
    Set<Long> takeMoved() {
        Set<Long> taken = new HashSet<>();
        for (Long department : moved) if (moved.remove(department)) taken.add(department);
        return taken;
    }
}

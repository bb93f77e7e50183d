package dev.parley.web.socket.live;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/** What the visitors of one company's sites were told last of its availability, and when to look again. */
final class Telling {
    private record Told(String frame, Instant lookAgain) {}

    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean stirred = new AtomicBoolean();
    private final AtomicReference<String> mark = new AtomicReference<>();
    private final Map<Long, Told> told = new ConcurrentHashMap<>();
    private final Map<Long, Set<LiveSession>> newcomers = new ConcurrentHashMap<>();

    /** Whether somebody here was told something. */
    boolean hasListeners() {
        return !told.isEmpty();
    }

    /** The company's mark is this one now. @return whether it was another before */
    boolean marked(String now) {
        return !now.equals(mark.getAndSet(now));
    }

    /** Something may be otherwise; to be looked at with the next tick. */
    void stir() {
        stirred.set(true);
    }

    /** Whether something was stirred, or the clock has come to where a site's hours change. */
    boolean isDue(Instant now) {
        return stirred.get()
                || told.values().stream().anyMatch(t -> t.lookAgain() != null && !now.isBefore(t.lookAgain()));
    }

    /** Somebody wants it told. @return whether nobody else has asked and waits for it already */
    boolean ask() {
        return asked.compareAndSet(false, true);
    }

    /** Who asked found nobody to do it. */
    void giveUp() {
        stirred.set(true);
        asked.set(false);
    }

    /** One at a time: what is found later must not be told earlier. */
    void inTurn(Runnable telling) {
        turn.lock();
        try {
            asked.set(false);
            stirred.set(false);
            telling.run();
        } finally {
            turn.unlock();
        }
    }

    /** Forgets sites that nobody here visits. @return whether that leaves none */
    boolean keepOnly(Set<Long> sites) {
        told.keySet().retainAll(sites);
        newcomers.keySet().retainAll(sites);
        return told.isEmpty() && newcomers.isEmpty();
    }

    void newcomer(long site, LiveSession session) {
        newcomers.computeIfAbsent(site, id -> ConcurrentHashMap.newKeySet()).add(session);
    }

    /** Those who came since this was asked last. */
    Set<LiveSession> newcomers(long site) {
        Set<LiveSession> came = newcomers.remove(site);
        return came == null ? Set.of() : came;
    }

    /** Remembers what is told now. @return whether it is another than before */
    boolean tell(long site, String frame, Instant lookAgain) {
        Told before = told.put(site, new Told(frame, lookAgain));
        return before == null || !before.frame().equals(frame);
    }
}

package dev.parley.bench.routing;

import dev.parley.bench.client.DeskSocket.Refusal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;

/**
 * What the driver did, by kind, and how it was answered. An event is what was answered, be it by a refusal that belongs to a race which
 * somebody else won. What is lost with a socket is none.
 */
final class Tally {
    /** Refusals that are answers: somebody was quicker, or it is not one's own any more. */
    private static final Set<String> ANSWERS = Set.of("conflict", "not-found");

    private final Map<String, long[]> counts = new TreeMap<>();
    private final Set<String> unexpected = new TreeSet<>();
    private long events;

    /** It was done. */
    synchronized void done(String kind) {
        counts.computeIfAbsent(kind, k -> new long[3])[0]++;
        events++;
    }

    /** It was refused or got no answer. */
    synchronized void failed(String kind, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        long[] row = counts.computeIfAbsent(kind, k -> new long[3]);
        if (cause instanceof Refusal refusal && ANSWERS.contains(refusal.code())) {
            row[1]++;
            events++;
            return;
        }
        row[2]++;
        if (cause instanceof Refusal refusal && !refusal.retry()) {
            unexpected(kind, refusal.getMessage());
        }
    }

    /** REST answered so. */
    synchronized void answered(String kind, int status, String body) {
        if (status < 300) {
            done(kind);
        } else if (status == 409 || status == 404) {
            counts.computeIfAbsent(kind, k -> new long[3])[1]++;
            events++;
        } else {
            counts.computeIfAbsent(kind, k -> new long[3])[2]++;
            if (status < 500) {
                unexpected(kind, status + " " + body);
            }
        }
    }

    private void unexpected(String kind, String what) {
        if (unexpected.size() < 10) {
            unexpected.add(kind + ": " + what);
        }
    }

    synchronized long events() {
        return events;
    }

    /** By kind: done, refused, unanswered. */
    synchronized Map<String, long[]> counts() {
        return new TreeMap<>(counts);
    }

    /** Refusals that no race explains, the first few. */
    synchronized Set<String> unexpected() {
        return new TreeSet<>(unexpected);
    }
}

package dev.parley.web.socket.live;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which offers one agent's session was told of, and not of their end. News tells them as they come; a look at the database tells what is
 * otherwise there, unless news came while it looked.
 */
final class OffersTold {
    /** Offers of one conversation whose ends are that near are the same: the database keeps microseconds. */
    private static final Duration SAME = Duration.ofMillis(10);

    private final Map<String, Instant> open = new HashMap<>();
    private long changes;

    /** What a look found that the session does not know: conversations that are held out, and that are not any more. */
    record Difference(Set<String> fresh, Set<String> gone) {
        boolean isEmpty() {
            return fresh.isEmpty() && gone.isEmpty();
        }
    }

    synchronized void made(String conversation, Instant expiresAt, Runnable telling) {
        open.put(conversation, expiresAt);
        changes++;
        telling.run();
    }

    synchronized void ended(String conversation, Runnable telling) {
        open.remove(conversation);
        changes++;
        telling.run();
    }

    /** How much news came so far; to be asked before a look. */
    synchronized long changes() {
        return changes;
    }

    /**
     * Compares with what stands in the database, and takes it as told: the caller tells it.
     *
     * @param before how much news had come before the look; with more since it says nothing, the next look does
     */
    synchronized Difference compare(long before, Map<String, Instant> standing) {
        if (changes != before) return new Difference(Set.of(), Set.of());
        var gone = new HashSet<>(open.keySet());
        gone.removeAll(standing.keySet());
        var fresh = new HashSet<String>();
        standing.forEach((conversation, until) -> {
            if (!isSame(open.get(conversation), until)) fresh.add(conversation);
        });
        open.clear();
        open.putAll(standing);
        return new Difference(fresh, gone);
    }

    private static boolean isSame(Instant told, Instant found) {
        return told != null && Duration.between(told, found).abs().compareTo(SAME) < 0;
    }

    /** Tells what a look found, unless news has ended it meanwhile. */
    synchronized void ifOpen(String conversation, Runnable telling) {
        if (open.containsKey(conversation)) telling.run();
    }
}

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

    /** News, or the greeting: told unless a look has found the same one. */
    synchronized void made(String conversation, Instant expiresAt, Runnable telling) {
        Instant known = open.put(conversation, expiresAt);
        changes++;
        if (!isSame(known, expiresAt)) telling.run();
    }

    synchronized void ended(String conversation, Runnable telling) {
        open.remove(conversation);
        changes++;
        telling.run();
    }

    /** How much news came, and how much was found, so far; to be asked before a look. */
    synchronized long changes() {
        return changes;
    }

    /**
     * Compares with what stands in the database, and takes it as told: the caller tells it, or says that it is {@link #untold}.
     *
     * @param before how much news had come, and how much had been found, before the look; with more since it says nothing, the next look does
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
        if (!fresh.isEmpty() || !gone.isEmpty()) changes++;
        return new Difference(fresh, gone);
    }

    private static boolean isSame(Instant told, Instant found) {
        return told != null && Duration.between(told, found).abs().compareTo(SAME) < 0;
    }

    /** What was taken as told could not be: the next look finds it again. */
    synchronized void untold(Difference news) {
        open.keySet().removeAll(news.fresh());
        // of no offer that stands: one of the same conversation is another
        news.gone().forEach(conversation -> open.putIfAbsent(conversation, Instant.EPOCH));
        changes++;
    }

    /** Tells that one has ended, unless news has made another meanwhile. */
    synchronized void ifGone(String conversation, Runnable telling) {
        if (!open.containsKey(conversation)) telling.run();
    }

    /** Tells what a look found, unless news has ended it meanwhile. */
    synchronized void ifOpen(String conversation, Runnable telling) {
        if (open.containsKey(conversation)) telling.run();
    }
}

package dev.parley.sip.container.digest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts failures by key and bans the key after so many, at first for half a minute, each time twice as long, up to a
 * quarter of an hour. A key without failures for a quarter of an hour is forgotten. Remembers a bounded number of keys.
 */
final class Patience {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Clock clock;
    private final int allowed;
    private final Map<String, Failures> failures;

    /** @param free when failures count again. @param bans how often the key was banned */
    private record Failures(int count, int bans, Instant last, Instant free) {}

    Patience(Clock clock, int allowed, int remembered) {
        this.clock = clock;
        this.allowed = allowed;
        this.failures = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                return size() > remembered;
            }
        };
    }

    /** How long the key is still banned; zero if it is not. */
    synchronized Duration banned(String key) {
        Failures so = failures.get(key);
        Instant now = clock.instant();
        return so == null || !so.free().isAfter(now) ? Duration.ZERO : Duration.between(now, so.free());
    }

    synchronized void failed(String key) {
        Instant now = clock.instant();
        Failures so = failures.get(key);
        if (so == null || so.last().plus(LONGEST).isBefore(now)) {
            so = new Failures(0, 0, now, Instant.MIN);
        }
        boolean enough = so.count() + 1 >= allowed;
        failures.put(
                key,
                enough
                        ? new Failures(0, so.bans() + 1, now, now.plus(length(so.bans())))
                        : new Failures(so.count() + 1, so.bans(), now, Instant.MIN));
    }

    synchronized void succeeded(String key) {
        failures.remove(key);
    }

    private static Duration length(int bans) {
        Duration length = FIRST.multipliedBy(1L << Math.min(bans, 10));
        return length.compareTo(LONGEST) > 0 ? LONGEST : length;
    }
}

package dev.parley.shared;

import dev.parley.db.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Token buckets, one for each limit and whoever is counted. Memory is bounded: the bucket unused for longest is forgotten first, which
 * can only be to the advantage of somebody. A node counts for itself. {@code PARLEY_RATE_LIMIT=off} lifts them, in a demo only.
 */
@ApplicationScoped
public class RateLimits {
    private static final int REMEMBERED = 20_000;

    private final Map<Limit, Buckets> buckets = new EnumMap<>(Limit.class);
    private final LongSupplier nanos;
    private final boolean lifted;

    public RateLimits() {
        this(System::nanoTime, Settings.demo() && "off".equals(Settings.get("PARLEY_RATE_LIMIT", "on")));
    }

    RateLimits(LongSupplier nanos, boolean lifted) {
        this.nanos = nanos;
        this.lifted = lifted;
        for (Limit limit : Limit.values()) buckets.put(limit, new Buckets(limit));
    }

    /** Counts one. @throws RateLimited if that was one too many */
    public void take(Limit limit, String who) {
        Duration wait = buckets.get(limit).take(who, true);
        if (!wait.isZero()) refuse(wait);
    }

    /** Counts nothing. @throws RateLimited if one more would be too many */
    public void check(Limit limit, String who) {
        Duration wait = buckets.get(limit).take(who, false);
        if (!wait.isZero()) refuse(wait);
    }

    /**
     * Counts one and says how things stand, for those who are told in advance.
     *
     * @return with a pause where that was one too many; it was not counted then
     */
    public Standing count(Limit limit, String who) {
        return buckets.get(limit).count(who);
    }

    /**
     * How somebody stands with a limit.
     *
     * @param limit how many at once
     * @param left so many more are free just now
     * @param full until all of them are free again
     * @param pause until the next one is free; zero where this one was
     */
    public record Standing(int limit, int left, Duration full, Duration pause) {
        /** @throws RateLimited if this was one too many */
        public void require() {
            if (!pause.isZero()) refuse(pause);
        }
    }

    /** How many buckets of a limit are kept just now. */
    int remembered(Limit limit) {
        return buckets.get(limit).byWho.size();
    }

    private static void refuse(Duration wait) {
        throw new RateLimited("Too many requests. Try again in " + Waiting.words(wait) + ".", wait);
    }

    /** The buckets of one limit. */
    private final class Buckets {
        private final int capacity;
        private final double perNano;
        private final LinkedHashMap<String, Bucket> byWho = new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > REMEMBERED;
            }
        };

        Buckets(Limit limit) {
            capacity = limit.times();
            perNano = limit.times() / (double) limit.per().toNanos();
        }

        /** How long to wait; zero means it was free, and taken if {@code really}. */
        synchronized Duration take(String who, boolean really) {
            if (lifted) return Duration.ZERO;
            long now = nanos.getAsLong();
            Bucket bucket = byWho.computeIfAbsent(who, w -> new Bucket(capacity, now));
            bucket.level = Math.min(capacity, bucket.level + (now - bucket.at) * perNano);
            bucket.at = now;
            if (bucket.level < 1) return Duration.ofNanos((long) Math.ceil((1 - bucket.level) / perNano));
            if (really) bucket.level--;
            return Duration.ZERO;
        }

        synchronized Standing count(String who) {
            Duration wait = take(who, true);
            Bucket bucket = byWho.get(who);
            double level = bucket == null ? capacity : bucket.level;
            Duration full = Duration.ofNanos((long) Math.ceil((capacity - level) / perNano));
            return new Standing(capacity, (int) level, full, wait);
        }
    }

    private static final class Bucket {
        private double level;
        private long at;

        Bucket(double level, long at) {
            this.level = level;
            this.at = at;
        }
    }
}

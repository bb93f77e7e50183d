package dev.parley.routing.replay;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Figures of many lengths of time, by the nearest rank. */
public final class Figures {
    private Figures() {}

    /** The length that half of them do not exceed; empty of none. */
    public static Optional<Duration> middle(Collection<Duration> lengths) {
        return part(lengths, 50);
    }

    /** The least length that so many percent of them do not exceed; empty of none. @param percent 1 to 100 */
    public static Optional<Duration> part(Collection<Duration> lengths, int percent) {
        if (lengths.isEmpty()) return Optional.empty();
        List<Duration> sorted = lengths.stream().sorted().toList();
        int rank = (sorted.size() * percent + 99) / 100;
        return Optional.of(sorted.get(Math.max(0, rank - 1)));
    }
}

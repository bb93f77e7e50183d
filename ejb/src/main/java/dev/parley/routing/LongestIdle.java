package dev.parley.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * The agent who has been idle longest. Idle is who has nothing in hand and nothing offered; after them come those with something in hand,
 * the longest without anything new first. Two who are equal in that are taken by account, so that the choice is always the same.
 */
public final class LongestIdle implements AssignmentPolicy {
    static final Comparator<Candidate> ORDER = Comparator.comparing(LongestIdle::working)
            .thenComparing(Candidate::idleSince)
            .thenComparing(Candidate::accountId);

    private static boolean working(Candidate candidate) {
        return candidate.load() > 0;
    }

    @Override
    public String name() {
        return "longest-idle";
    }

    @Override
    public Comparator<Candidate> order() {
        return ORDER;
    }

    /** Seconds without anything new. */
    @Override
    public long score(Candidate candidate, Instant now) {
        return Math.max(0, Duration.between(candidate.idleSince(), now).toSeconds());
    }
}

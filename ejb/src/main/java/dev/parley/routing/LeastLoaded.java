package dev.parley.routing;

import java.time.Instant;
import java.util.Comparator;

/**
 * The agent with the smallest part of the own capacity in use, open offers included: one of ten is less than one of two. Of equals the one
 * with less in hand, then the longer idle.
 */
public final class LeastLoaded implements AssignmentPolicy {
    /** a/b against c/d without fractions; nobody who is eligible has a capacity of 0. */
    private static final Comparator<Candidate> PART =
            (a, b) -> Long.compare((long) a.load() * b.capacity(), (long) b.load() * a.capacity());

    private static final Comparator<Candidate> ORDER =
            PART.thenComparingInt(Candidate::load).thenComparing(LongestIdle.ORDER);

    @Override
    public String name() {
        return "least-loaded";
    }

    @Override
    public Comparator<Candidate> order() {
        return ORDER;
    }

    /** Percent of the capacity in use. */
    @Override
    public long score(Candidate candidate, Instant now) {
        return candidate.capacity() == 0 ? 100 : 100L * candidate.load() / candidate.capacity();
    }
}

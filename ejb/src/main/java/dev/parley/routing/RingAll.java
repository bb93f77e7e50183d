package dev.parley.routing;

import java.time.Instant;
import java.util.Comparator;

/** Everybody who can take it is asked at once, at most {@value #MOST}; the first who accepts has it. */
public final class RingAll implements AssignmentPolicy {
    /** All of them are locked together for a moment. */
    static final int MOST = 100;

    private final AssignmentPolicy idle = new LongestIdle();

    @Override
    public String name() {
        return "ring-all";
    }

    @Override
    public Comparator<Candidate> order() {
        return idle.order();
    }

    @Override
    public long score(Candidate candidate, Instant now) {
        return idle.score(candidate, now);
    }

    @Override
    public int atOnce() {
        return MOST;
    }
}

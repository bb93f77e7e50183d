package dev.parley.routing;

import java.time.Instant;
import java.util.Comparator;

/** Nobody is asked: agents take from the queue what they choose. */
public final class ManualPick implements AssignmentPolicy {
    private final AssignmentPolicy idle = new LongestIdle();

    @Override
    public String name() {
        return "manual";
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
        return 0;
    }
}

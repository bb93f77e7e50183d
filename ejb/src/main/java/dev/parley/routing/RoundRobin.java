package dev.parley.routing;

import java.time.Instant;
import java.util.Comparator;

/**
 * The agent whose turn in the department is longest ago, whatever became of it; who never had one comes first. Who was away has the next
 * turn on returning and owes nobody the turns between.
 */
public final class RoundRobin implements AssignmentPolicy {
    private static final Comparator<Candidate> ORDER =
            Comparator.comparingLong(Candidate::lastTurn).thenComparing(LongestIdle.ORDER);

    @Override
    public String name() {
        return "round-robin";
    }

    @Override
    public Comparator<Candidate> order() {
        return ORDER;
    }

    /** The number of the last turn, 0 for none; later turns have greater ones. */
    @Override
    public long score(Candidate candidate, Instant now) {
        return candidate.lastTurn();
    }
}

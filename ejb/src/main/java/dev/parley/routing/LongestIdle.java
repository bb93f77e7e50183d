package dev.parley.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The agent who has been idle longest. Idle is who has nothing in hand and nothing offered; after them come those with something in hand,
 * the longest without anything new first. Two who are equal in that are taken by account, so that the choice is always the same.
 */
public final class LongestIdle implements AssignmentPolicy {
    private static final Comparator<Candidate> ORDER = Comparator.comparing(LongestIdle::working)
            .thenComparing(Candidate::idleSince)
            .thenComparing(Candidate::accountId);

    private static boolean working(Candidate candidate) {
        return candidate.inHand() + candidate.offered() > 0;
    }

    @Override
    public String name() {
        return "longest-idle";
    }

    @Override
    public Optional<Candidate> choose(List<Candidate> eligible) {
        return eligible.stream().min(ORDER);
    }
}

package dev.parley.routing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who is asked, and why not the others.
 *
 * @param policy the policy's name
 * @param demand what was asked for
 * @param chosen the agents' keys, the first first; empty: nobody
 * @param considered every candidate: those whose turn it was in the policy's order, then the others
 */
public record Decision(String policy, Demand demand, List<Long> chosen, List<Considered> considered) {
    public Decision {
        chosen = List.copyOf(chosen);
        considered = List.copyOf(considered);
    }

    /**
     * A candidate and what was thought of it.
     *
     * @param score what the policy's order went by, in the policy's unit
     * @param rank 1 is first; 0 for whoever is excluded
     * @param exclusion null for whoever was eligible
     */
    public record Considered(Candidate candidate, long score, int rank, Exclusion exclusion) {}

    /** The reason for each candidate who could not be chosen. */
    Map<Long, Exclusion> excluded() {
        return considered.stream()
                .filter(one -> one.exclusion() != null)
                .collect(Collectors.toMap(one -> one.candidate().accountId(), Considered::exclusion));
    }

    /** Why nobody is asked; empty where somebody is. Of several reasons the one that is nearest to an offer. */
    public Optional<Nobody> nobody() {
        if (!chosen.isEmpty()) return Optional.empty();
        if (Strategy.MANUAL.wire().equals(policy)) return Optional.of(Nobody.MANUAL);
        return Optional.of(considered.stream()
                .map(Considered::exclusion)
                .filter(reason -> reason != null)
                .max(Enum::compareTo)
                .map(Exclusion::nobody)
                .orElse(Nobody.NOBODY_AVAILABLE));
    }

    /** Why a reachable agent of the department was not asked; the later, the nearer to being asked. */
    public enum Exclusion {
        NO_SKILL(Nobody.NO_SKILL),
        NO_LANGUAGE(Nobody.NO_LANGUAGE),
        AT_CAPACITY(Nobody.AT_CAPACITY),
        /** Had it more often than a colleague who can take it. */
        HAD_IT(Nobody.PAUSE),
        /** Everybody had it; the next round begins after a pause. */
        PAUSE(Nobody.PAUSE),
        /** It is kept for the agent of the last time. */
        LAST_AGENT_FIRST(Nobody.LAST_AGENT_FIRST);

        private final Nobody nobody;

        Exclusion(Nobody nobody) {
            this.nobody = nobody;
        }

        Nobody nobody() {
            return nobody;
        }

        /** What {@link #wire()} wrote. */
        static Exclusion of(String wire) {
            for (Exclusion exclusion : values()) if (exclusion.wire().equals(wire)) return exclusion;
            throw new IllegalArgumentException("no such exclusion: " + wire);
        }

        /** As it stands in JSON and in the database. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Why something waits that nobody is asked about. */
    public enum Nobody {
        /** The department's agents choose themselves. */
        MANUAL,
        /** Nobody of the department is available with a live connection. */
        NOBODY_AVAILABLE,
        NO_SKILL,
        NO_LANGUAGE,
        AT_CAPACITY,
        /** Everybody had it and it rests for a while. */
        PAUSE,
        LAST_AGENT_FIRST;

        /** As it stands in JSON and in the database. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

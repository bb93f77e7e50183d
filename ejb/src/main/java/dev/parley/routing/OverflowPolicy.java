package dev.parley.routing;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

/**
 * Whether something that waits goes on to another department, and to which. Plain: it knows neither a database nor whether a chat or a call
 * waits.
 *
 * <p>It goes to the first department of the chain in which somebody is there and which would not send it on itself. Departments on the way
 * that could not help are passed by, so that who waits is moved once, not from hand to hand. Where all of the chain is too full it stays where
 * it is, for a move would be for nothing; only from a department in which nobody is there it goes to the first one where somebody is,
 * however long the queue there. It never comes to where it has been, and at most {@value #STEPS} links of a chain are followed since it
 * began to wait. There is one way back: where it went on to and nobody is there any more, while somebody is where it came from.
 */
final class OverflowPolicy {
    /** So many links of a chain are followed for one conversation, in one move or several. */
    static final int STEPS = 3;
    /** With so many links behind it nothing goes back any more, so that two who come and go do not play ball with it. */
    static final int LAST_RETURN = 6;

    private final Map<Long, OverflowRule> rules;
    private final LongFunction<Now> departments;

    /**
     * A department at this moment.
     *
     * @param shut {@code CLOSED} or {@code NOBODY}; null while it is open and somebody is there or was a moment ago
     * @param attended whether it is open and somebody is there
     * @param length how many wait that nobody is asked about
     * @param expected what whoever came now would be told at most, or null where too little is known
     */
    record Now(OverflowReason shut, boolean attended, int length, Duration expected) {}

    /**
     * Something that waits and that nobody is asked about.
     *
     * @param before how many of its department are before it that nobody is asked about
     * @param waitedHere since it came to the department
     * @param expected what it would be told at most, or null where too little is known
     * @param past where it has been
     */
    record Waiting(long department, int before, Duration waitedHere, Duration expected, Past past) {}

    /**
     * @param been keys of the departments in which it was since it began to wait
     * @param links how many links of a chain it followed since then
     */
    record Past(Set<Long> been, int links) {
        static final Past NONE = new Past(Set.of(), 0);
    }

    /** @param to key of the department in which it shall wait @param links how many of the chain lead there */
    record Onward(long to, OverflowReason reason, int links) {}

    private record Found(long department, int links) {}

    /** @param rules of the company, by the key of the department that has one */
    OverflowPolicy(Map<Long, OverflowRule> rules, LongFunction<Now> departments) {
        this.rules = Map.copyOf(rules);
        this.departments = departments;
    }

    /** Where it goes, if it does not stay. */
    Optional<Onward> decide(Waiting one) {
        OverflowRule rule = rules.get(one.department());
        if (rule == null) return Optional.empty();
        return decide(one, rule.reason(one, departments.apply(one.department())));
    }

    /** As {@link #decide}, but only for having waited too long. */
    Optional<Onward> decideByTime(Waiting one) {
        OverflowRule rule = rules.get(one.department());
        boolean tooLong = rule != null && rule.waitedTooLong(one);
        return decide(one, tooLong ? OverflowReason.WAITED : null);
    }

    /**
     * Whether it goes back to where it came from, since it went on to where nobody can be reached any more.
     *
     * @param home key of the department from which it went on
     */
    Optional<Onward> decideReturn(Waiting one, long home) {
        OverflowReason shut = departments.apply(one.department()).shut();
        boolean back = shut != null
                && one.past().links() < LAST_RETURN
                && departments.apply(home).attended();
        return back ? Optional.of(new Onward(home, shut, 1)) : Optional.empty();
    }

    private Optional<Onward> decide(Waiting one, OverflowReason reason) {
        if (reason == null) return Optional.empty();
        return destination(one.department(), one.past(), reason.unattended())
                .map(found -> new Onward(found.department(), reason, found.links()));
    }

    private Optional<Found> destination(long from, Past past, boolean whateverTheLength) {
        Set<Long> been = new HashSet<>(past.been());
        been.add(from);
        Found attended = null;
        OverflowRule rule = rules.get(from);
        for (int links = 1; links <= STEPS - past.links() && rule != null && been.add(rule.to()); links++) {
            var next = new Found(rule.to(), links);
            Now there = departments.apply(next.department());
            rule = rules.get(next.department());
            if (there.attended() && (rule == null || !rule.full(there))) return Optional.of(next);
            if (there.attended() && attended == null) attended = next;
            // past a department in which nobody is there it goes only if that one lets go what waits then
            if (!there.attended() && rule != null && !rule.whenUnattended()) rule = null;
        }
        return whateverTheLength ? Optional.ofNullable(attended) : Optional.empty();
    }

    /**
     * The department whose people would answer what begins now in {@code department}: itself, if it is attended, else where its chain leads.
     *
     * @param attended whether a department is open and somebody is there
     */
    static Optional<Long> answering(long department, Map<Long, OverflowRule> rules, LongPredicate attended) {
        Set<Long> been = new HashSet<>();
        long at = department;
        for (int steps = 0; steps <= STEPS && been.add(at); steps++) {
            if (attended.test(at)) return Optional.of(at);
            OverflowRule rule = rules.get(at);
            if (rule == null || !rule.whenUnattended()) break;
            at = rule.to();
        }
        return Optional.empty();
    }
}

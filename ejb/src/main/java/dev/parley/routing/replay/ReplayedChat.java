package dev.parley.routing.replay;

import dev.parley.routing.InQueue;
import dev.parley.routing.Refusals;
import dev.parley.routing.RoutingRules;
import dev.parley.routing.SkillSet;
import dev.parley.routing.replay.RecordedDay.Chat;
import dev.parley.routing.replay.RecordedDay.Ending;
import dev.parley.routing.replay.RecordedDay.Hold;
import dev.parley.routing.replay.RecordedDay.Stay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** A conversation in a replay: where it is, and what of its work is still to be done. */
final class ReplayedChat implements InQueue {
    /** As the queue is served. */
    static final Comparator<ReplayedChat> ORDER = Comparator.comparingInt((ReplayedChat chat) -> -chat.priority)
            .thenComparing(ReplayedChat::waitingSince)
            .thenComparing(ReplayedChat::id);

    private final Chat chat;
    private final LongFunction<RoutingRules> rules;
    private final Map<Long, Refusals> refusals = new HashMap<>();
    final List<ReplayedOffer> offers = new ArrayList<>();

    long department;
    int priority;
    boolean waiting;
    ReplayedPerson owner;
    /** The how manieth of its stays this is; -1 before the first. */
    int stay = -1;
    /** Up to which stay it has come in fact: beyond {@link #stay} where it is still in hand here. */
    int come = -1;

    private Instant since;
    private Instant begun;
    private int hold;
    private Work interrupted;
    /** How the present holding ends, by whom it is held. */
    Work work;

    /**
     * What is left to do.
     *
     * @param length null: it does not end that day
     * @param hold number of the recorded one whose end this is
     */
    record Work(Duration length, Ending ending, Long to, int hold) {}

    ReplayedChat(Chat chat, LongFunction<RoutingRules> rules) {
        this.chat = chat;
        this.rules = rules;
    }

    /** It waits anew. @param since when */
    void arrive(Instant since) {
        Stay now = chat.stays().get(++stay);
        this.since = since;
        department = now.department();
        priority = now.priority();
        waiting = true;
        hold = 0;
        interrupted = null;
        work = null;
    }

    Stay recorded() {
        return chat.stays().get(stay);
    }

    String visitor() {
        return chat.visitor();
    }

    /**
     * What the agent who takes it has to do: what that agent or whoever had it then did, as long as it took. Where a lost connection broke it
     * off, it is all of it, unless it breaks off for the same agent again.
     *
     * @param typical for what nobody did in fact
     */
    Work begin(long agent, Instant now, Duration typical) {
        begun = now;
        work = interrupted == null ? recordedWork(agent, now, typical) : interrupted;
        interrupted = null;
        return work;
    }

    private Work recordedWork(long agent, Instant now, Duration typical) {
        List<Hold> holds = recorded().holds();
        if (hold >= holds.size()) return new Work(typical, Ending.CLOSED, null, hold);
        Hold next = holds.get(hold);
        boolean breaksOff = next.ending() == Ending.LOST && next.agent() == agent && now.isBefore(next.until());
        if (breaksOff) return new Work(null, Ending.LOST, null, hold);
        Duration length = Duration.ZERO;
        int last = hold;
        while (next.ending() == Ending.LOST && last + 1 < holds.size()) {
            length = length.plus(next.length());
            next = holds.get(++last);
        }
        return switch (next.ending()) {
            case LASTED -> new Work(null, Ending.LASTED, null, last);
            // nobody took it up again
            case LOST -> new Work(length.plus(next.length()), Ending.CLOSED, null, last);
            default -> new Work(length.plus(next.length()), next.ending(), next.to(), last);
        };
    }

    /** The present holding is over. */
    void done() {
        hold = work.hold() + 1;
        work = null;
    }

    /** The agent is gone: what is left is for the next one. */
    void broken(Instant now) {
        if (work.ending() == Ending.LOST) done();
        else if (work.length() == null) interrupted = work;
        else
            interrupted =
                    new Work(work.length().minus(Duration.between(begun, now)), work.ending(), work.to(), work.hold());
        work = null;
    }

    Refusals refusals(long agent) {
        return refusals.getOrDefault(agent, Refusals.NONE);
    }

    void refused(long agent, Instant at) {
        refusals.put(agent, new Refusals(refusals(agent).count() + 1, at));
    }

    /** When agents refused it last. */
    Stream<Instant> refusedAt() {
        return refusals.values().stream().map(Refusals::last);
    }

    @Override
    public long id() {
        return chat.id();
    }

    @Override
    public long departmentId() {
        return department;
    }

    @Override
    public RoutingRules rules() {
        return rules.apply(department);
    }

    @Override
    public SkillSet skills() {
        return chat.skills();
    }

    @Override
    public String language() {
        return chat.language();
    }

    @Override
    public Instant waitingSince() {
        return since;
    }
}

package dev.parley.routing;

import dev.parley.conversation.Lifecycle;
import dev.parley.routing.OverflowPolicy.Now;
import dev.parley.routing.OverflowPolicy.Onward;
import dev.parley.routing.OverflowPolicy.Past;
import dev.parley.routing.persistence.OpenOffers;
import dev.parley.routing.persistence.OverflowBook;
import dev.parley.routing.persistence.OverflowBook.Length;
import dev.parley.routing.persistence.OverflowBook.Lent;
import dev.parley.routing.persistence.OverflowBook.Trace;
import dev.parley.routing.persistence.OverflowBook.Waiting;
import dev.parley.routing.persistence.WaitingLine;
import dev.parley.routing.persistence.WaitingLine.Item;
import dev.parley.shared.OwnTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Lets what waits go on to another department, as {@link OverflowPolicy} says. Only chats that nobody is asked about: what is held out to an
 * agent waits for the answer, and a message left waits for the department it was left for. Each goes in a transaction of its own, under the
 * lock of what its department says and then of its head, where everything is looked at again; so it goes once, on however many nodes.
 */
@ApplicationScoped
class OverflowDesk {
    /** More chats than this behind the length that a department keeps are looked at when these have gone. */
    private static final int A_ROUND = 500;

    @Inject
    OverflowBook book;

    @Inject
    Attendance attendance;

    @Inject
    Forecast forecast;

    @Inject
    Choices choices;

    @Inject
    WaitingLine line;

    @Inject
    OpenOffers offers;

    @Inject
    Lifecycle lifecycle;

    @Inject
    DecisionRecord record;

    @Inject
    OwnTransaction transaction;

    @Inject
    Clock clock;

    /**
     * One look at the company's queues.
     *
     * @param byTimeOnly only what has waited too long: asked before anything is offered, so that offers which nobody answers keep nothing back
     */
    public void look(long companyId, boolean byTimeOnly) {
        Map<Long, OverflowRule> rules = book.rules(companyId);
        if (rules.isEmpty()) return;
        Attendance.Look there = null;
        for (OverflowRule rule : rules.values()) {
            if (byTimeOnly && rule.waited() == null) continue;
            if (book.length(companyId, rule.from()).unasked() == 0) continue;
            if (there == null) there = attendance.look(companyId);
            look(new Round(companyId, rules, there, byTimeOnly), rule);
        }
        if (!byTimeOnly) returns(companyId, rules, there);
    }

    private void look(Round round, OverflowRule rule) {
        int most = A_ROUND + (rule.length() == null ? 0 : rule.length());
        List<Waiting> willing = book.queue(round.companyId, rule.from(), most).stream()
                .filter(one -> round.decide(rule.from(), one, Past.NONE).isPresent())
                .toList();
        Map<Long, Trace> traces = book.traces(willing.stream().map(Waiting::id).toList());
        for (Waiting one : willing) {
            if (round.decide(rule.from(), one, past(traces, one.id())).isEmpty()) continue;
            transaction.run(() -> pass(round, rule.from(), one.id()));
            // the next one finds one more there, or one less here
            round.lengths.clear();
        }
    }

    /** Looked at again under the locks, and done. */
    private void pass(Round seen, long from, long conversationId) {
        book.lock(from);
        Map<Long, OverflowRule> rules = book.rules(seen.companyId);
        if (!rules.containsKey(from)) return;
        Round now = new Round(seen.companyId, rules, seen.there, seen.byTimeOnly);
        pass(now, from, conversationId, (one, past) -> now.decide(from, one, past));
    }

    /** What went on to where nobody is any more goes back to where somebody is again. */
    private void returns(long companyId, Map<Long, OverflowRule> rules, Attendance.Look seen) {
        List<Lent> lent = book.lent(companyId, A_ROUND);
        if (lent.isEmpty()) return;
        Attendance.Look there = seen == null ? attendance.look(companyId) : seen;
        for (Lent one : lent) {
            if (there.shut(one.siteId(), one.department()) == null) continue;
            if (!there.attended(one.siteId(), one.home())) continue;
            transaction.run(() -> back(new Round(companyId, rules, there, false), one));
        }
    }

    private void back(Round now, Lent lent) {
        pass(now, lent.department(), lent.id(), (one, past) -> now.decideReturn(lent, one, past));
    }

    private void pass(Round now, long from, long conversationId, BiFunction<Waiting, Past, Optional<Onward>> decision) {
        Optional<Item> item = line.lock(now.companyId, conversationId)
                .filter(Item::waiting)
                .filter(waiting -> waiting.departmentId() == from);
        if (item.isEmpty() || !offers.lockAllFor(conversationId).isEmpty()) return;
        Past past = past(book.traces(List.of(conversationId)), conversationId);
        book.one(now.companyId, from, conversationId)
                .flatMap(one -> decision.apply(one, past))
                .ifPresent(onward -> pass(item.get(), onward, now.at));
    }

    private void pass(Item item, Onward onward, Instant at) {
        Decision decision =
                choices.all(List.of(item), item.companyId(), at).get(0).decision();
        record.keepPassing(item, decision, onward.reason(), onward.to(), at);
        book.keep(item.companyId(), item.id(), item.departmentId(), onward.to(), onward.links(), onward.reason(), at);
        lifecycle.passOn(item.id(), onward.to(), onward.reason().wire());
    }

    private static Past past(Map<Long, Trace> traces, long conversationId) {
        Trace trace = traces.get(conversationId);
        return trace == null ? Past.NONE : new Past(trace.been(), trace.links());
    }

    /** What one look, or one look again, has found out. */
    private final class Round {
        private final long companyId;
        private final Map<Long, OverflowRule> rules;
        private final Attendance.Look there;
        private final boolean byTimeOnly;
        private final Instant at = clock.instant();
        private final Map<Long, Length> lengths = new HashMap<>();
        private final Map<Long, Forecast.OfQueue> forecasts = new HashMap<>();

        private Round(long companyId, Map<Long, OverflowRule> rules, Attendance.Look there, boolean byTimeOnly) {
            this.companyId = companyId;
            this.rules = rules;
            this.there = there;
            this.byTimeOnly = byTimeOnly;
        }

        private Optional<Onward> decide(long department, Waiting one, Past past) {
            OverflowPolicy.Waiting waiting = waiting(department, one, past);
            return byTimeOnly ? policy(one).decideByTime(waiting) : policy(one).decide(waiting);
        }

        private Optional<Onward> decideReturn(Lent lent, Waiting one, Past past) {
            return policy(one).decideReturn(waiting(lent.department(), one, past), lent.home());
        }

        private OverflowPolicy policy(Waiting one) {
            return new OverflowPolicy(rules, department -> now(one.siteId(), department));
        }

        private OverflowPolicy.Waiting waiting(long department, Waiting one, Past past) {
            return new OverflowPolicy.Waiting(
                    department,
                    one.before(),
                    Duration.between(one.since(), at),
                    expected(department, one.place()),
                    past);
        }

        private Now now(long siteId, long department) {
            Length length = lengths.computeIfAbsent(department, key -> book.length(companyId, key));
            return new Now(
                    there.shut(siteId, department),
                    there.attended(siteId, department),
                    length.unasked(),
                    expected(department, length.all() + 1));
        }

        /** Asked only where it matters: it costs a look at weeks of history. */
        private Duration expected(long department, int place) {
            OverflowRule rule = rules.get(department);
            if (rule == null || rule.expected() == null) return null;
            WaitRange range = forecasts
                    .computeIfAbsent(department, key -> forecast.of(companyId, key))
                    .range(place);
            return range == null ? null : range.high();
        }
    }
}

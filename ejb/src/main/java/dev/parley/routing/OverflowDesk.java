package dev.parley.routing;

import dev.parley.conversation.Lifecycle;
import dev.parley.routing.OverflowPolicy.Now;
import dev.parley.routing.OverflowPolicy.Onward;
import dev.parley.routing.OverflowPolicy.Past;
import dev.parley.routing.persistence.OpenOffers;
import dev.parley.routing.persistence.OverflowBook;
import dev.parley.routing.persistence.OverflowBook.Length;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets what waits go on to another department, as {@link OverflowPolicy} says. Only chats that nobody is asked about: what is held out to an
 * agent waits for the answer, and a message left waits for the department it was left for. Each goes in a transaction of its own, under the
 * lock of what its department says and then of its head, where everything is looked at again; so it goes once, on however many nodes.
 */
@ApplicationScoped
class OverflowDesk {
    /** More than this behind the length that a department keeps are looked at when these have gone; messages left count among them. */
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
    }

    private void look(Round round, OverflowRule rule) {
        List<OneOf> willing = round.queue(rule).stream()
                .filter(one -> round.decide(one, Past.NONE).isPresent())
                .toList();
        Map<Long, Trace> traces =
                book.traces(willing.stream().map(one -> one.row().id()).toList());
        for (OneOf one : willing) {
            if (round.decide(one, past(traces.get(one.row().id()))).isEmpty()) continue;
            transaction.run(() -> pass(round, rule.from(), one.row().id()));
        }
    }

    /** Looked at again under the locks, and done. */
    private void pass(Round seen, long from, long conversationId) {
        book.lock(from);
        Map<Long, OverflowRule> rules = book.rules(seen.companyId);
        OverflowRule rule = rules.get(from);
        if (rule == null) return;
        Optional<Item> item = line.lock(seen.companyId, conversationId)
                .filter(Item::waiting)
                .filter(now -> now.departmentId() == from);
        if (item.isEmpty() || !offers.lockAllFor(conversationId).isEmpty()) return;
        Round now = new Round(seen.companyId, rules, seen.there, seen.byTimeOnly);
        Past past = past(book.traces(List.of(conversationId)).get(conversationId));
        now.queue(rule).stream()
                .filter(one -> one.row().id() == conversationId)
                .findFirst()
                .flatMap(one -> now.decide(one, past))
                .ifPresent(onward -> pass(item.get(), onward, now.at));
    }

    private void pass(Item item, Onward onward, Instant at) {
        Decision decision =
                choices.all(List.of(item), item.companyId(), at).get(0).decision();
        record.keepPassing(item, decision, onward.reason(), onward.to(), at);
        book.keep(item.companyId(), item.id(), item.departmentId(), onward.to(), onward.links(), onward.reason(), at);
        lifecycle.passOn(item.id(), onward.to(), onward.reason().wire());
    }

    private static Past past(Trace trace) {
        return trace == null ? Past.NONE : new Past(trace.been(), trace.links());
    }

    /** @param place in the whole queue, 1 is next @param before how many before it nobody is asked about */
    private record OneOf(long department, Waiting row, int place, int before) {}

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

        /** Those who may go on, in the order of the queue. */
        private List<OneOf> queue(OverflowRule rule) {
            int most = A_ROUND + (rule.length() == null ? 0 : rule.length());
            var found = new ArrayList<OneOf>();
            int place = 0;
            int before = 0;
            for (Waiting row : book.queue(companyId, rule.from(), most)) {
                place++;
                if (row.asked()) continue;
                if (row.chat()) found.add(new OneOf(rule.from(), row, place, before));
                before++;
            }
            return found;
        }

        private Optional<Onward> decide(OneOf one, Past past) {
            var policy = new OverflowPolicy(rules, department -> now(one.row().siteId(), department));
            var waiting = new OverflowPolicy.Waiting(
                    one.department(),
                    one.before(),
                    Duration.between(one.row().since(), at),
                    expected(one.department(), one.place()),
                    past);
            return byTimeOnly ? policy.decideByTime(waiting) : policy.decide(waiting);
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

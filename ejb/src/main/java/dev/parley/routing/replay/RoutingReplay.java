package dev.parley.routing.replay;

import dev.parley.routing.RoutingRules;
import dev.parley.routing.replay.Happening.Arrived;
import dev.parley.routing.replay.Happening.CapacitySet;
import dev.parley.routing.replay.Happening.Connected;
import dev.parley.routing.replay.Happening.Gone;
import dev.parley.routing.replay.Happening.HandedTo;
import dev.parley.routing.replay.Happening.Lost;
import dev.parley.routing.replay.Happening.Moved;
import dev.parley.routing.replay.Happening.Picked;
import dev.parley.routing.replay.Happening.PresenceSet;
import dev.parley.routing.replay.Happening.Prioritised;
import dev.parley.routing.replay.Happening.RulesSet;
import dev.parley.routing.replay.RecordedDay.Offered;
import dev.parley.routing.replay.RecordedDay.Stay;
import dev.parley.routing.replay.RecordedDay.Take;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Replays a recorded day, event by event, on a clock of its own, under a policy. What happened by itself happens again at the same moments;
 * whom anybody is offered to is chosen anew at each of them, and at each full second at which an offer runs out or a requirement is relaxed,
 * as the desk's sweep does. How agents answer and how long they hold what they take is what they did in fact, see {@link Answers} and {@link
 * RecordedDay.Hold}. The same day and policy give the same result.
 */
public final class RoutingReplay {
    /**
     * What came of it.
     *
     * @param takes who got what and when, in order
     * @param missed the conversation of each offer that nobody answered
     */
    public record Result(List<Take> takes, List<Long> missed) {}

    private record Due(Instant at, long order, BooleanSupplier work) {}

    private final PriorityQueue<Due> future =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private final RecordedDay day;
    private final ReplayPolicy policy;
    private final Answers answers;
    private final ReplayDesk desk;
    private final Set<Long> limited = new HashSet<>();
    private long orders;

    private RoutingReplay(RecordedDay day, ReplayPolicy policy) {
        this.day = day;
        this.policy = policy;
        answers = new Answers(day);
        Map<Long, RoutingRules> rules = new HashMap<>(day.rules());
        if (policy.rules() != null) rules.put(policy.department(), policy.rules());
        desk = new ReplayDesk(day, rules, answers, this::later);
        if (policy.capacity() != null) limited.addAll(day.members().getOrDefault(policy.department(), Set.of()));
    }

    /** The day under the policy. */
    public static Result replay(RecordedDay day, ReplayPolicy policy) {
        return new RoutingReplay(day, policy).run();
    }

    private Result run() {
        begin();
        // what time has changed since the desk's last round is seen by its next
        later(fullSecond(day.from()), () -> true);
        for (Happening happening : day.happenings()) later(happening.at(), () -> happen(happening));
        while (true) {
            Due next = future.peek();
            Instant sweep = nextSweep();
            boolean sweeps = sweep != null && (next == null || !sweep.isAfter(next.at()));
            Instant at = sweeps ? sweep : next == null ? null : next.at();
            if (at == null || !at.isBefore(day.to())) break;
            desk.now = at;
            if (sweeps) {
                desk.sweep();
            } else {
                future.remove();
                if (next.work().getAsBoolean()) desk.drain();
            }
        }
        List<Long> missed = desk.missed.stream().map(offer -> offer.chat().id()).toList();
        return new Result(List.copyOf(desk.takes), missed);
    }

    /** The first full second from the next change on. */
    private Instant nextSweep() {
        Instant change = desk.nextChange();
        return change == null ? null : fullSecond(change);
    }

    private static Instant fullSecond(Instant from) {
        Instant second = from.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(from) ? from : second.plusSeconds(1);
    }

    private void later(Instant at, BooleanSupplier work) {
        future.add(new Due(at, orders++, work));
    }

    /** As it was in the first moment of the day. */
    private void begin() {
        desk.now = day.from();
        for (ReplayedPerson person : desk.people.values())
            limit(person, person.model.state().capacity());
        for (RecordedDay.Chat recorded : day.chats()) {
            Stay first = recorded.stays().get(0);
            if (!first.since().isBefore(day.from())) continue;
            ReplayedChat chat = desk.chats.get(recorded.id());
            desk.arrived(chat, 0, first.since());
            ReplayedPerson owner = first.owner() == null ? null : desk.people.get(first.owner());
            if (owner != null) desk.hold(chat, owner);
        }
        for (Offered offer : day.offers()) if (offer.at().isBefore(day.from())) before(offer);
    }

    /** An offer from before the day: it stands, or it was refused. */
    private void before(Offered offer) {
        ReplayedChat chat = desk.chats.get(offer.chat());
        ReplayedPerson agent = desk.people.get(offer.agent());
        if (chat == null || agent == null) return;
        answers.skip(offer);
        if (offer.ended() != null && offer.ended().isBefore(day.from())) {
            if (offer.outcome().isRefusal()) chat.refused(offer.agent(), offer.ended());
        } else if (chat.waiting) {
            desk.offer(chat, agent, offer.expires(), answers.as(offer), offer.at());
        }
    }

    private void limit(ReplayedPerson person, int capacity) {
        boolean otherwise = capacity > 0 && limited.contains(person.id());
        person.model.limit(otherwise ? policy.capacity() : capacity);
    }

    private boolean happen(Happening happening) {
        if (happening instanceof Arrived it) {
            desk.arrived(desk.chats.get(it.chat()), it.stay(), it.at());
        } else if (happening instanceof Gone it) {
            waiting(it.chat(), it.stay(), desk::gone);
        } else if (happening instanceof Picked it) {
            waiting(it.chat(), it.stay(), chat -> desk.take(chat, desk.people.get(it.agent())));
        } else if (happening instanceof HandedTo it) {
            waiting(it.chat(), it.stay(), chat -> desk.hand(chat, desk.people.get(it.agent())));
        } else if (happening instanceof Moved it) {
            waiting(it.chat(), it.stay(), chat -> desk.moved(chat, it.department(), it.byDesk()));
        } else if (happening instanceof Prioritised it) {
            desk.chats.get(it.chat()).priority = it.priority();
        } else if (happening instanceof RulesSet it) {
            if (!policy.holdsFor(it.department()) || policy.rules() == null) desk.rulesSet(it.department(), it.rules());
        } else {
            befall(happening);
        }
        return true;
    }

    /** Of agents. */
    private void befall(Happening happening) {
        if (happening instanceof PresenceSet it) {
            desk.presence(desk.people.get(it.agent()), it.status(), it.reason());
        } else if (happening instanceof Connected it) {
            desk.connected(desk.people.get(it.agent()), it.live());
        } else if (happening instanceof Lost it) {
            desk.lost(desk.people.get(it.agent()));
        } else if (happening instanceof CapacitySet it) {
            limit(desk.people.get(it.agent()), it.capacity());
        }
    }

    /** Only if it still waits where it did. */
    private void waiting(long chat, int stay, Consumer<ReplayedChat> what) {
        ReplayedChat found = desk.chats.get(chat);
        if (found.stay == stay && found.waiting) what.accept(found);
    }
}

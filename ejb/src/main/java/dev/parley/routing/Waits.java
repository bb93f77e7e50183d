package dev.parley.routing;

import dev.parley.agent.AgentState;
import dev.parley.agent.Roster;
import dev.parley.routing.persistence.WaitBook;
import dev.parley.routing.persistence.WaitingLine;
import dev.parley.routing.persistence.WaitingLine.Item;
import dev.parley.routing.persistence.Workload;
import dev.parley.routing.persistence.Workload.Load;
import dev.parley.shared.OwnTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How long everybody in a queue will wait, as an honest range from how the queue moved lately, see {@link WaitRange} and {@link
 * WaitHistory}. What somebody is told at arrival is kept with the conversation. Computed when asked, from at most {@value
 * WaitHistory#MOST} rows. For the desk's own pushes, as {@link Queues}.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Waits {
    @Inject
    WaitingLine line;

    @Inject
    WaitBook book;

    @Inject
    Workload work;

    @Inject
    Roster roster;

    @Inject
    OwnTransaction transaction;

    @Inject
    Clock clock;

    /**
     * A place in a queue.
     *
     * @param range null where too little is known, or where nobody is there to come to an end with anybody
     */
    public record Expected(QueuePlace place, WaitRange range) {}

    /** Everybody in the department's queue, next first; at most 200. */
    public List<Expected> of(long companyId, long departmentId) {
        List<QueuePlace> places = line.places(companyId, departmentId);
        if (places.isEmpty()) return List.of();
        Instant now = clock.instant();
        Room room = room(companyId, departmentId);
        Function<QueuePlace, WaitRange> wait = waits(companyId, departmentId, room, now);
        List<Expected> expected = places.stream()
                .map(place -> new Expected(place, wait.apply(place)))
                .toList();
        keep(expected, room);
        return expected;
    }

    /** In which department's queue the conversation waits, if it does. */
    public Optional<Long> queueOf(long companyId, long conversationId) {
        return line.find(companyId, conversationId).filter(Item::waiting).map(Item::departmentId);
    }

    /** Who is there for the department. @param places how many of those who wait somebody has room for, those held out to somebody among them */
    private record Room(boolean attended, int places) {}

    private Function<QueuePlace, WaitRange> waits(long companyId, long departmentId, Room room, Instant now) {
        if (!room.attended()) return place -> null;
        var history = new WaitHistory(book.stays(companyId, departmentId, now.minus(WaitHistory.KEPT)));
        Instant since = book.waitingSince(companyId, departmentId);
        return place -> {
            Optional<WaitRange> range = history.expect(place.position(), room.places(), since, now);
            return range.orElse(null);
        };
    }

    private Room room(long companyId, long departmentId) {
        Map<Long, AgentState> there = roster.reachable(companyId).stream()
                .filter(agent -> agent.capacity() > 0)
                .collect(Collectors.toMap(AgentState::accountId, Function.identity()));
        Set<Long> members = there.isEmpty() ? Set.of() : work.members(departmentId, there.keySet());
        if (members.isEmpty()) return new Room(false, 0);
        Map<Long, Load> loads = work.of(members);
        int places = members.stream()
                .mapToInt(agent -> there.get(agent).capacity()
                        - loads.getOrDefault(agent, Load.NONE).places())
                .filter(left -> left > 0)
                .sum();
        return new Room(true, places + book.heldOut(companyId, departmentId));
    }

    /** Once for each; another node may be quicker. */
    private void keep(List<Expected> expected, Room room) {
        Set<Long> promised = book.promised(
                expected.stream().map(each -> each.place().conversationId()).toList());
        for (Expected each : expected) {
            QueuePlace place = each.place();
            if (promised.contains(place.conversationId())) continue;
            boolean free = place.position() <= room.places();
            try {
                transaction.run(() -> book.keep(place.conversationId(), place.position(), free, each.range()));
            } catch (RuntimeException e) {
                if (!OwnTransaction.collided(e)) throw e;
            }
        }
    }
}

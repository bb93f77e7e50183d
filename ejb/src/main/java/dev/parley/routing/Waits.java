package dev.parley.routing;

import dev.parley.routing.persistence.WaitBook;
import dev.parley.routing.persistence.WaitingLine;
import dev.parley.routing.persistence.WaitingLine.Item;
import dev.parley.shared.OwnTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    Forecast forecast;

    @Inject
    OwnTransaction transaction;

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
        Forecast.OfQueue queue = forecast.of(companyId, departmentId);
        List<Expected> expected = places.stream()
                .map(place -> new Expected(place, queue.range(place.position())))
                .toList();
        keep(expected, queue);
        return expected;
    }

    /** In which department's queue the conversation waits, if it does. */
    public Optional<Long> queueOf(long companyId, long conversationId) {
        return line.find(companyId, conversationId).filter(Item::waiting).map(Item::departmentId);
    }

    /** Once for each; another node may be quicker. */
    private void keep(List<Expected> expected, Forecast.OfQueue queue) {
        Set<Long> promised = book.promised(
                expected.stream().map(each -> each.place().conversationId()).toList());
        for (Expected each : expected) {
            QueuePlace place = each.place();
            if (promised.contains(place.conversationId())) continue;
            boolean free = place.position() <= queue.free();
            try {
                transaction.run(() -> book.keep(place.conversationId(), place.position(), free, each.range()));
            } catch (RuntimeException e) {
                if (!OwnTransaction.collided(e)) throw e;
            }
        }
    }
}

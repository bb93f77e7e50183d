package dev.parley.routing;

import dev.parley.routing.persistence.WaitingLine;
import dev.parley.routing.persistence.WaitingLine.Item;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The queues as those who wait see them. For the desk's own pushes: whoever shows a place to somebody has asked who that is. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Queues {
    @Inject
    WaitingLine line;

    @Inject
    QueueDrain drain;

    /** Everybody's place in the department's queue, next first; at most 200. */
    public List<QueuePlace> places(long companyId, long departmentId) {
        return line.places(companyId, departmentId);
    }

    /** The conversation's place, or empty where it does not wait or more than 200 are before it. */
    public Optional<QueuePlace> place(long companyId, long conversationId) {
        return line.find(companyId, conversationId)
                .filter(Item::waiting)
                .flatMap(item -> line.places(companyId, item.departmentId()).stream()
                        .filter(place -> place.conversationId() == conversationId)
                        .findFirst());
    }

    /** Offers what waits to whoever has room, now and in the background. Happens by itself; harmless to ask for. */
    public void drain(long companyId) {
        drain.wake(companyId);
    }
}

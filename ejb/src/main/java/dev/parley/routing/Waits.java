package dev.parley.routing;

import dev.parley.company.SiteAvailability;
import dev.parley.company.SiteView;
import dev.parley.routing.persistence.OverflowBook;
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
    Attendance attendance;

    @Inject
    OverflowBook overflow;

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

    /**
     * How long somebody would wait who begins on the site now.
     *
     * @param now whether and why the site is open at this moment
     * @return nothing where nobody would have to wait or too little is known; nor where the visitor's choice, page or an overflow decides
     *     for which department one waits
     */
    public Optional<WaitRange> ofNewcomer(SiteView site, SiteAvailability now) {
        boolean busy = now.departments().stream()
                .filter(each -> each.department().id() == site.defaultDepartmentId())
                .anyMatch(each -> each.reason() == SiteAvailability.Reason.BUSY);
        if (!busy || site.form().department() || book.goesByPage(site.id())) return Optional.empty();
        return attendance
                .answering(site.companyId(), site.id(), site.defaultDepartmentId())
                .flatMap(department -> atTheEnd(site.companyId(), department));
    }

    private Optional<WaitRange> atTheEnd(long companyId, long departmentId) {
        int before = line.places(companyId, departmentId).size();
        if (before >= WaitingLine.A_ROUND) return Optional.empty();
        Forecast.OfQueue queue = forecast.of(companyId, departmentId);
        if (before < queue.free()) return Optional.empty();
        WaitRange range = queue.range(before + 1);
        boolean known = range != null && !goesOn(companyId, departmentId, before, range);
        return known ? Optional.of(range) : Optional.empty();
    }

    /** Whether whoever came now would go on to another department, because so much waits here. */
    private boolean goesOn(long companyId, long departmentId, int before, WaitRange range) {
        OverflowRule rule = overflow.rules(companyId).get(departmentId);
        return rule != null && rule.full(new OverflowPolicy.Now(null, true, before, range.high()));
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

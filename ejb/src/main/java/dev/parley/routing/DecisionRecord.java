package dev.parley.routing;

import dev.parley.routing.domain.RecordedDecision;
import dev.parley.routing.persistence.DecisionBook;
import dev.parley.routing.persistence.WaitingLine.Item;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Writes decisions down, in the transaction of whoever acts on them. */
@ApplicationScoped
class DecisionRecord {
    @Inject
    DecisionBook book;

    /** @return the decision's key */
    public long keep(Item item, Decision decision, Instant at) {
        var detail = DecisionDetail.of(decision, book.absent(item, decision.considered()));
        var recorded = new RecordedDecision(
                item.companyId(), item.id(), item.departmentId(), item.waitingSince(), decision, detail, at);
        book.add(recorded);
        return recorded.id();
    }

    /**
     * Of one that goes on to another department, with those who could not take it.
     *
     * @param item as it waited
     * @param to key of the other department
     */
    public void keepPassing(Item item, Decision decision, OverflowReason reason, long to, Instant at) {
        var nobody = new Decision(decision.policy(), decision.demand(), List.of(), decision.considered());
        var detail = DecisionDetail.of(nobody, book.absent(item, nobody.considered()));
        var recorded = new RecordedDecision(
                item.companyId(), item.id(), item.departmentId(), item.waitingSince(), nobody, detail, at);
        book.add(recorded.passedOn(to, reason.wire()));
    }
}

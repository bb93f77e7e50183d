package dev.parley.routing;

import dev.parley.routing.domain.RecordedDecision;
import dev.parley.routing.persistence.DecisionBook;
import dev.parley.routing.persistence.WaitingLine.Item;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

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
}

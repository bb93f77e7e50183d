package dev.parley.agent;

import dev.parley.agent.persistence.Presences;
import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import dev.parley.shared.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;

/** How many conversations an agent may have in hand at once; changed in the caller's transaction. */
@Dependent
class Capacities {
    private static final int MOST = 1_000;

    @Inject
    Presences presences;

    @Inject
    LeaseBook leases;

    @Inject
    AuditTrail audit;

    @Inject
    Event<AgentEvent> news;

    @Inject
    Clock clock;

    /** @throws Invalid unless it is 0 to 1,000 */
    public void set(Caller.Staff by, long account, int capacity) {
        if (capacity < 0 || capacity > MOST) throw new Invalid("A capacity is 0 to 1,000.");
        var presence = presences.lock(by.companyId(), account, clock.instant());
        int before = presence.capacity();
        if (before == capacity) return;
        presence.limit(capacity);
        PresenceView who = presences
                .view(by.companyId(), account, leases.liveAfter())
                .orElseThrow(() -> new NotFound("There is no such agent."));
        audit.record(
                by,
                new AuditSubject(AuditKind.PERSON, who.agent(), who.name()),
                Json.createObjectBuilder().add("capacity", before).build(),
                Json.createObjectBuilder().add("capacity", capacity).build());
        news.fire(new AgentEvent.CapacityChanged(by.companyId(), account, capacity));
    }
}

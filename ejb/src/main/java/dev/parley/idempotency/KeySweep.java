package dev.parley.idempotency;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/** Takes keys away whose day is over, every quarter of an hour. */
@Singleton
@DependsOn("Migration")
@PermitAll
public class KeySweep {
    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    Clock clock;

    /** One round. */
    @Schedule(hour = "*", minute = "3/15", persistent = false)
    public void sweep() {
        em.createNamedQuery("KeyRow.sweep")
                .setParameter("before", clock.instant().minus(IdempotencyKeys.LIFE))
                .executeUpdate();
    }
}

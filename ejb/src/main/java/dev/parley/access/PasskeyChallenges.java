package dev.parley.access;

import dev.parley.shared.Moments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;

/** Each challenge is answered once, on whatever node, right or wrong. In the caller's transaction. */
@ApplicationScoped
class PasskeyChallenges {
    @PersistenceContext(unitName = "desk")
    EntityManager em;

    private final Clock clock;

    protected PasskeyChallenges() {
        this(null);
    }

    @Inject
    PasskeyChallenges(Clock clock) {
        this.clock = clock;
    }

    /** Takes the challenge. @throws StepOver if it was taken before */
    public void take(PasskeyTicket ticket) {
        int first = em.createNativeQuery(
                        "insert into passkey_challenge (challenge_hash, used_at) values (?1, ?2) on conflict do nothing")
                .setParameter(1, ticket.hash())
                .setParameter(2, Moments.toColumn(clock.instant()))
                .executeUpdate();
        if (first == 0) throw new StepOver();
    }

    /** Forgets those that nobody could answer any more. */
    public void sweep() {
        Instant before = clock.instant().minus(PasskeyTicket.LIFE.multipliedBy(2));
        em.createNativeQuery("delete from passkey_challenge where used_at < ?1")
                .setParameter(1, Moments.toColumn(before))
                .executeUpdate();
    }
}

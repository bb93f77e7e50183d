package dev.parley.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Takes away what nobody needs any more, once an hour: the bearers of pages a day after their end (each open console makes four an hour),
 * sign-ins after a month, counts of wrong guesses that no longer count, and the challenges of passkeys.
 */
@Singleton
@DependsOn("Migration")
@PermitAll
public class SignInSweep {
    private static final Duration KEEP_SOCKETS = Duration.ofDays(1);
    private static final Duration KEEP_SIGN_INS = Duration.ofDays(30);
    private static final Duration KEEP_GUARDS = Duration.ofDays(2);

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    PasskeyChallenges passkeyChallenges;

    private final Clock clock;

    protected SignInSweep() {
        this(null);
    }

    @Inject
    public SignInSweep(Clock clock) {
        this.clock = clock;
    }

    /** One round. Children go before their parents, whom they never outlive. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    public void sweep() {
        Instant now = clock.instant();
        delete("delete from SignIn s where s.parentId is not null and s.expiresAt < :before", now.minus(KEEP_SOCKETS));
        delete("delete from SignIn s where s.parentId is null and s.expiresAt < :before", now.minus(KEEP_SIGN_INS));
        // the longest lock is an hour: none is forgotten
        delete("delete from SignInGuard g where g.lastAt < :before", now.minus(KEEP_GUARDS));
        passkeyChallenges.sweep();
    }

    private void delete(String query, Instant before) {
        em.createQuery(query).setParameter("before", before).executeUpdate();
    }
}

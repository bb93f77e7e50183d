package dev.parley.access;

import dev.parley.access.domain.SignInGuard;
import dev.parley.shared.Moments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts wrong guesses over all nodes, in the caller's transaction: the row of a key stays locked until that ends, so that guesses are
 * counted one after the other. What a key is the caller knows; it is at most 64 characters and no secret.
 */
@ApplicationScoped
public class Guesses {
    @PersistenceContext(unitName = "desk")
    EntityManager em;

    private final Clock clock;

    protected Guesses() {
        this(null);
    }

    @Inject
    public Guesses(Clock clock) {
        this.clock = clock;
    }

    /** A wrong guess. @param left so many more are free @param lock how long to wait now; zero while some are */
    public record Miss(int left, Duration lock) {}

    /** How long nothing is compared for that key; zero if it may be now. */
    public Duration wait(String key) {
        SignInGuard guard = row(key);
        return guard == null ? Duration.ZERO : guard.wait(clock.instant());
    }

    /** Counts a wrong one. */
    public Miss miss(String key) {
        SignInGuard guard = failed(row(key), key);
        return new Miss(guard.left(), guard.wait(clock.instant()));
    }

    /** A right one: what was counted is forgotten. */
    public void forget(String key) {
        SignInGuard guard = row(key);
        if (guard != null) em.remove(guard);
    }

    /** What is counted for that key, locked; null where nothing is. */
    public SignInGuard row(String key) {
        return em.find(SignInGuard.class, key, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Counts a wrong one in the key's row, which {@link #row} has found or not. */
    public SignInGuard failed(SignInGuard known, String key) {
        Instant now = clock.instant();
        SignInGuard guard = known == null ? fresh(key, now) : known;
        guard.failed(now);
        return guard;
    }

    /** Two first wrong guesses for one key may come at the same moment: both take the one row. */
    private SignInGuard fresh(String key, Instant now) {
        em.createNativeQuery(
                        "insert into sign_in_guard (email_hash, failures, last_at) values (?1, 0, ?2) on conflict do nothing")
                .setParameter(1, key)
                .setParameter(2, Moments.toColumn(now))
                .executeUpdate();
        return em.find(SignInGuard.class, key, LockModeType.PESSIMISTIC_WRITE);
    }
}

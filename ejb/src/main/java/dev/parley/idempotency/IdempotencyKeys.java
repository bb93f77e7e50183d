package dev.parley.idempotency;

import dev.parley.idempotency.domain.KeyRow;
import dev.parley.shared.Caller;
import dev.parley.shared.Digests;
import dev.parley.shared.Invalid;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Refused;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Who sends the same request twice with the same key gets the same answer, and it is done once: the row of a key, unique for its caller, is
 * committed before anything is done, so that of two at the same moment, on whichever nodes, one does it and the other waits for its
 * answer. A row whose request never got an answer (the node died) stays until its day is over: whether it was done nobody knows, so it is
 * not done again.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IdempotencyKeys {
    /** So long a key is known. */
    public static final Duration LIFE = Duration.ofHours(24);

    /** So many a company has in that time, of all its callers. */
    public static final int MOST = 10_000;

    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_ANSWER = 1_000_000;

    /** Whoever has not answered after this long has died, or will not before the other gives up. */
    private static final Duration LONGEST_WORK = Duration.ofMinutes(1);

    private static final long PAUSE_MILLIS = 50;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    OwnTransaction own;

    @Inject
    Waiting waiting;

    @Inject
    Clock clock;

    /**
     * Claims a key, or finds what stands behind it; waits for another who is at it.
     *
     * @param key at most 255 printable ASCII characters, chosen by the caller, good for this caller alone
     * @param request all that makes it this request: method, path and body
     * @param patience how long to wait for another
     * @throws Invalid if the key does not fit
     * @throws KeyReused if it was used for another request
     * @throws Refused if the other is still at it, or died at it, or {@value Waiting#MOST} wait on this node already
     * @throws RateLimited if the company has used {@link #MOST} keys
     */
    public Claim claim(Caller.Staff caller, String key, String request, Duration patience) {
        String keyHash = Digests.sha256(checked(key));
        String requestHash = Digests.sha256(request);
        Claim claim = own.call(() -> claimOrFind(caller, keyHash, requestHash));
        if (claim != null) return claim;
        if (!waiting.enter()) throw underWay();
        try {
            return await(() -> claimOrFind(caller, keyHash, requestHash), patience);
        } finally {
            waiting.leave();
        }
    }

    private Claim await(Supplier<Claim> asked, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() - end < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
            Claim claim = own.call(asked);
            if (claim != null) return claim;
        }
        throw underWay();
    }

    /** Null: somebody else is at it. */
    private Claim claimOrFind(Caller.Staff caller, String keyHash, String requestHash) {
        Instant now = clock.instant();
        KeyRow there = em.createNamedQuery("KeyRow.find", KeyRow.class)
                .setParameter("companyId", caller.companyId())
                .setParameter("accountId", caller.accountId())
                .setParameter("via", KeyRow.via(caller))
                .setParameter("keyHash", keyHash)
                .getResultStream()
                .findFirst()
                .orElse(null);
        if (there != null && now.isBefore(there.begunAt().plus(LIFE))) {
            if (!there.isFor(requestHash)) throw new KeyReused();
            if (there.answer() != null) return new Claim(there.id(), there.answer());
            if (now.isAfter(there.begunAt().plus(LONGEST_WORK))) throw underWay();
            return null;
        }
        if (there != null) {
            em.remove(there);
            em.flush();
        }
        long used = em.createNamedQuery("KeyRow.count", Long.class)
                .setParameter("companyId", caller.companyId())
                .getSingleResult();
        if (used >= MOST)
            throw new RateLimited("There are at most " + MOST + " idempotency keys a day.", Duration.ofHours(1));
        KeyRow claimed = KeyRow.claim(caller, keyHash, requestHash, now);
        em.persist(claimed);
        // of two at once the unique row lets one through; the other finds it then
        em.flush();
        return new Claim(claimed.id(), null);
    }

    /** It was done: whoever asks the same again gets this. An answer beyond a million characters is not kept, and its key stays spent. */
    public void keep(Claim claim, KeptAnswer answer) {
        if (answer.body().length() > LONGEST_ANSWER) return;
        own.run(() -> {
            KeyRow row = em.find(KeyRow.class, claim.id());
            if (row != null) row.answer(answer);
        });
    }

    /** Nothing was done: the same key is free for another try. */
    public void release(Claim claim) {
        own.run(() -> em.createNamedQuery("KeyRow.forget")
                .setParameter("id", claim.id())
                .executeUpdate());
    }

    private static String checked(String key) {
        boolean fits = key != null
                && !key.isBlank()
                && key.length() <= LONGEST_KEY
                && key.chars().allMatch(c -> c >= ' ' && c < 127);
        if (!fits) throw new Invalid("An Idempotency-Key has 1 to 255 printable ASCII characters.");
        return key;
    }

    private static Refused underWay() {
        return new Refused(
                "The request with this Idempotency-Key has not been answered. Look whether it was done before using a new key.");
    }
}

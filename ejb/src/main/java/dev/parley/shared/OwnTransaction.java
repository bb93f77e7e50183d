package dev.parley.shared;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Runs a piece of work in a transaction of its own, and again where two of them collided (deadlock, lock time-out, the same unique row):
 * the database then chose one to give way, and nothing of it was kept. A caller's transaction is suspended meanwhile, so the caller must
 * not hold locks that the work needs.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class OwnTransaction {
    private static final int ATTEMPTS = 8;
    private static final long PAUSE_MILLIS = 20;
    /** Serialisation, deadlock (PostgreSQL), lock not available (PostgreSQL, H2), unique violation. */
    private static final Set<String> COLLISIONS = Set.of("40001", "40P01", "55P03", "HYT00", "23505");

    @Resource
    private UserTransaction transaction;

    /**
     * @return what the work returned, after commit
     * @throws DeskException what the work threw, after rollback
     * @throws Unavailable if it collided again and again, or the database did not commit
     */
    public <T> T call(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (DeskException e) {
                throw e;
            } catch (RuntimeException e) {
                if (!collided(e)) throw e;
                if (attempt == ATTEMPTS) throw new Unavailable("Too many wanted the same at once. Try again.", e);
                pause(attempt);
            }
        }
    }

    /** As {@link #call}, for work without an answer. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    private <T> T once(Supplier<T> work) {
        try {
            transaction.begin();
            T result = work.get();
            transaction.commit();
            return result;
        } catch (NotSupportedException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException
                | SystemException e) {
            throw new CommitFailed(e);
        } finally {
            rollBackIfOpen();
        }
    }

    private void rollBackIfOpen() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) transaction.rollback();
        } catch (SystemException e) {
            throw new CommitFailed(e);
        }
    }

    /** Whether the database made this one give way. Public for those who run a transaction of the container's. */
    public static boolean collided(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause() == t ? null : t.getCause()) {
            if (t instanceof SQLException sql && COLLISIONS.contains(sql.getSQLState())) return true;
        }
        return false;
    }

    /** The loser of a collision lets the winner finish; random, so that two losers do not meet again. */
    private static void pause(int attempt) {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, PAUSE_MILLIS * attempt)));
    }

    /** The commit did not happen; the cause says why. */
    private static final class CommitFailed extends RuntimeException {
        CommitFailed(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }
}

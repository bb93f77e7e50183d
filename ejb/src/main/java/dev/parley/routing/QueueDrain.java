package dev.parley.routing;

import dev.parley.agent.Roster;
import dev.parley.routing.OfferDesk.Progress;
import dev.parley.routing.persistence.DrainTurn;
import dev.parley.routing.persistence.OpenOffers;
import dev.parley.shared.OwnTransaction;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Offers whatever waits to whoever has room, and lets go on to another department what waits for nobody, one company at a time and each in
 * one run at a time on this node: wake-ups during a run become one more run. Several nodes may do it together; the locks decide. Never in
 * the transaction of the one who wakes it.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class QueueDrain {
    private static final Logger LOG = Logger.getLogger(QueueDrain.class.getName());
    /** So often in a row things may change under our eyes before we leave it to the next wake-up. */
    private static final int SECOND_LOOKS = 50;
    /** So many are offered in one transaction: what is read for one choice does for all, and the locks are held for a moment only. */
    private static final int AT_ONCE = 16;
    /** Another node's turn is waited for so often, {@link #PAUSE_NANOS} each: one that hangs in it must not stop the others. */
    private static final int PATIENCE = 25;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Map<Long, DrainRun> runs = new ConcurrentHashMap<>();

    @Resource
    ManagedExecutorService executor;

    @Inject
    OfferDesk desk;

    @Inject
    OverflowDesk overflow;

    @Inject
    OpenOffers offers;

    @Inject
    DrainTurn turn;

    @Inject
    Roster roster;

    @Inject
    OwnTransaction transaction;

    @Inject
    Event<RoutingEvent> news;

    @Inject
    Clock clock;

    /** Something may be offered now in the company. Returns at once. */
    public void wake(long companyId) {
        start(companyId, run(companyId));
    }

    /** As {@link #wake}, and the places of the department's queue have moved. */
    public void queueMoved(long companyId, long departmentId) {
        DrainRun run = run(companyId);
        run.moved(departmentId);
        start(companyId, run);
    }

    /** As {@link #wake}, and the agent's conversation ended at {@code at}: idle since then. */
    public void freed(long companyId, long accountId, Instant at) {
        DrainRun run = run(companyId);
        run.freed(accountId, at);
        start(companyId, run);
    }

    private DrainRun run(long companyId) {
        return runs.computeIfAbsent(companyId, id -> new DrainRun());
    }

    private void start(long companyId, DrainRun run) {
        if (!run.wanted()) return;
        try {
            executor.execute(() -> run.through(() -> drain(companyId, run)));
        } catch (RejectedExecutionException e) {
            run.abandon();
            LOG.log(Level.FINE, "the server is stopping; what waits is offered after the start", e);
        }
    }

    private void drain(long companyId, DrainRun run) {
        try {
            run.takeFreed()
                    .forEach((agent, at) -> transaction.run(() -> roster.busyUntil(roster.lock(companyId, agent), at)));
            offers.pointless(companyId).forEach(key -> transaction.run(() -> desk.withdrawPointless(key)));
            overflow(companyId, true);
            offerAll(companyId);
            overflow(companyId, false);
            run.takeMoved().forEach(department -> news.fire(new RoutingEvent.QueueMoved(companyId, department)));
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "the queue of company " + companyId + " could not be drained; tried again shortly",
                    e);
        }
    }

    /** What goes wrong there keeps nobody from being offered anything. */
    private void overflow(long companyId, boolean byTimeOnly) {
        try {
            overflow.look(companyId, byTimeOnly);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "overflow of company " + companyId + " failed; tried again shortly", e);
        }
    }

    private void offerAll(long companyId) {
        int inVain = 0;
        int busy = 0;
        while (inVain < SECOND_LOOKS) {
            boolean polite = busy < PATIENCE;
            Optional<Progress> step = transaction.call(() -> polite && !turn.take(companyId)
                    ? Optional.empty()
                    : Optional.of(desk.offerNext(companyId, AT_ONCE)));
            if (step.isEmpty()) {
                busy++;
                LockSupport.parkNanos(PAUSE_NANOS);
            } else if (step.get() == Progress.NOTHING_LEFT) {
                return;
            } else {
                busy = 0;
                inVain = step.get() == Progress.IN_VAIN ? inVain + 1 : 0;
            }
        }
    }
}

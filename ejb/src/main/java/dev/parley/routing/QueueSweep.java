package dev.parley.routing;

import dev.parley.routing.persistence.OpenOffers;
import dev.parley.routing.persistence.OpenOffers.Key;
import dev.parley.routing.persistence.WaitingLine;
import dev.parley.shared.OwnTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Once a second: ends the offers whose time is over, and wakes the drain for what a lost wake-up, another node's death or a pause left. */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class QueueSweep {
    private static final Logger LOG = Logger.getLogger(QueueSweep.class.getName());

    @Inject
    OfferDesk desk;

    @Inject
    OpenOffers offers;

    @Inject
    WaitingLine line;

    @Inject
    QueueDrain drain;

    @Inject
    WhyNobody nobody;

    @Inject
    OwnTransaction transaction;

    @Inject
    Clock clock;

    private final ReentrantLock one = new ReentrantLock();
    private boolean failing;

    /** One round; skipped while the one before still runs. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void sweep() {
        if (!one.tryLock()) return;
        try {
            for (Key due : offers.due(clock.instant())) transaction.run(() -> desk.expire(due));
            List<Long> waiting = line.companies();
            waiting.forEach(drain::wake);
            waiting.forEach(nobody::explain);
            failing = false;
        } catch (RuntimeException e) {
            // the database may be away; the next round tries again, and the log says it once
            LOG.log(failing ? Level.FINE : Level.WARNING, "offers could not be swept", e);
            failing = true;
        } finally {
            one.unlock();
        }
    }
}

package dev.parley.agent;

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
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Once a second: renews this node's leases, then looks for those that ran out. In this order, so that a step of the clock makes nobody's
 * connection lost that is there.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class LeaseKeeper {
    private static final Logger LOG = Logger.getLogger(LeaseKeeper.class.getName());

    @Inject
    LeaseBook leases;

    @Inject
    Clock clock;

    private final ReentrantLock one = new ReentrantLock();
    private Instant renewed = Instant.MIN;
    private boolean failing;

    /** One round; a round that takes longer than a second makes the next ones wait for their turn, not pile up. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void keep() {
        if (!one.tryLock()) return;
        try {
            renewIfDue();
            leases.loseExpired();
            failing = false;
        } catch (RuntimeException e) {
            // the database may be away; the next round tries again, and the log says it once
            LOG.log(failing ? Level.FINE : Level.WARNING, "leases could not be kept", e);
            failing = true;
        } finally {
            one.unlock();
        }
    }

    private void renewIfDue() {
        Instant now = clock.instant();
        boolean stepped = now.isBefore(renewed);
        if (!stepped && now.minus(leases.terms().renewal()).isBefore(renewed)) return;
        leases.renew();
        renewed = now;
    }
}

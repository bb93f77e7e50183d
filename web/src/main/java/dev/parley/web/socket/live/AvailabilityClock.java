package dev.parley.web.socket.live;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ticks once a second for {@link AvailabilityNews} and {@link SuspensionNews}, and every ten for {@link QueueNews}. A tick that looks at the clock, and not a timer
 * set to the moment of the change: where the server's clock is set or the machine slept, a timer would come too early or too late.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class AvailabilityClock {
    private static final Logger LOG = Logger.getLogger(AvailabilityClock.class.getName());

    /** Ranges change slowly. */
    private static final int QUEUES_EVERY = 10;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private AvailabilityNews news;

    @Inject
    private QueueNews queues;

    @Inject
    private SuspensionNews suspensions;

    private int seconds;

    private ScheduledFuture<?> ticking;

    @PostConstruct
    void start() {
        ticking = scheduler.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** What it throws would end the ticking. */
    private void tick() {
        trying("suspensions", suspensions::tick);
        trying("availability", news::tick);
        if (++seconds % QUEUES_EVERY == 0) trying("queues", queues::tick);
    }

    /** One that fails keeps the other from nothing. */
    private static void trying(String what, Runnable tick) {
        try {
            tick.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> what + " could not be looked at; the next tick tries again");
        }
    }

    @PreDestroy
    void stop() {
        ticking.cancel(false);
    }
}

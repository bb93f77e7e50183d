package dev.parley.web.socket.live;

import dev.parley.cluster.Cluster;
import dev.parley.shared.Caller;
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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Asks the database now and then what hints should have told, so that a lost one costs time and nothing else: offers each second, everything
 * else each five. Only where other nodes may be, and of those only who is connected here. A look that takes longer makes the next one fall
 * out.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class SecondLook {
    private static final Logger LOG = Logger.getLogger(SecondLook.class.getName());
    private static final int EVERYTHING_EVERY = 5;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private Cluster cluster;

    @Inject
    private LiveSessions sessions;

    @Inject
    private OfferBoard offers;

    @Inject
    private ConversationsElsewhere conversations;

    @Inject
    private LinesElsewhere lines;

    @Inject
    private StaffElsewhere staff;

    @Inject
    private AvailabilityNews availability;

    @Inject
    private Workers workers;

    private final AtomicBoolean atOffers = new AtomicBoolean();
    private final AtomicBoolean atConversations = new AtomicBoolean();
    private final AtomicBoolean atLines = new AtomicBoolean();
    private final AtomicBoolean atStaff = new AtomicBoolean();
    private ScheduledFuture<?> ticking;
    private int seconds;

    @PostConstruct
    void open() {
        if (cluster.shared()) ticking = scheduler.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** What it throws would end the ticking. */
    private void tick() {
        try {
            if (sessions.count() == 0) return;
            offers();
            if (++seconds % EVERYTHING_EVERY == 0) others();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the database could not be looked at; the next second tries again", e);
        }
    }

    /** Now: hints were lost. Returns at once. */
    public void everything() {
        offers();
        others();
        availability.again();
    }

    private void offers() {
        look(
                "offers",
                atOffers,
                () -> offers.look(sessions.agents().stream()
                        .map(session -> ((Caller.Staff) session.caller()).accountId())
                        .collect(Collectors.toSet())));
    }

    private void others() {
        look("conversations", atConversations, conversations::look);
        look("what waits", atLines, lines::look);
        look("colleagues", atStaff, staff::look);
    }

    /** @param busy whether the one before still runs @param question whether something was found */
    private void look(String what, AtomicBoolean busy, BooleanSupplier question) {
        if (!busy.compareAndSet(false, true)) return;
        try {
            workers.execute(() -> {
                try {
                    if (question.getAsBoolean()) cluster.found();
                } catch (RuntimeException e) {
                    LOG.log(Level.FINE, e, () -> what + " could not be looked at; the database may be away");
                } finally {
                    busy.set(false);
                }
            });
        } catch (RejectedExecutionException e) {
            busy.set(false);
            LOG.log(Level.FINE, "too much to do or the server is stopping; the next second tries again", e);
        }
    }

    @PreDestroy
    void close() {
        if (ticking != null) ticking.cancel(false);
    }
}

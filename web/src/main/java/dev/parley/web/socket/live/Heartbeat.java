package dev.parley.web.socket.live;

import dev.parley.web.socket.transport.CloseCode;
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
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Beats every line each 20 seconds and closes those that no longer answer. TCP alone does not show death: a stopped peer still takes
 * megabytes. One ticking task for all lines; each has its own phase, so that no second carries them all.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class Heartbeat {
    private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());
    private static final int BEAT_SECONDS = 20;

    /** The frame that every client answers with {@code ping}. */
    public static final String BEAT = Frames.BEAT;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private Switchboard switchboard;

    @Inject
    private Clock clock;

    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private ScheduledFuture<?> ticking;
    private int second;

    @PostConstruct
    void open() {
        ticking = scheduler.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** Watches a line from its handshake on. */
    public void watch(Line line) {
        lines.add(line);
    }

    public void forget(Line line) {
        lines.remove(line);
    }

    private void tick() {
        second = (second + 1) % BEAT_SECONDS;
        long now = System.nanoTime();
        for (Line line : lines) {
            try {
                tend(line, now);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "a line could not be tended", e);
            }
        }
    }

    private void tend(Line line, long now) {
        LiveSession session = line.session();
        if (line.isDead(now)) {
            line.connection().close(CloseCode.NOT_AUTHENTICATED, session == null ? "no hello" : "no answer");
            end(line);
        } else if (session != null && session.hasEnded(clock.instant())) {
            line.connection().close(CloseCode.SIGNED_OUT, "signed out");
            end(line);
        } else if (session != null && Math.floorMod(System.identityHashCode(line), BEAT_SECONDS) == second) {
            session.send(Frames.BEAT);
        }
    }

    /** A dead peer answers no close, so the container may learn of it late: the desk acts now. */
    private void end(Line line) {
        forget(line);
        switchboard.gone(line);
    }

    @PreDestroy
    void close() {
        ticking.cancel(false);
        lines.forEach(line -> line.connection().close(CloseCode.RESTART, "restart"));
    }
}

package dev.parley.web.socket.live;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import dev.parley.agent.AgentEvent;
import dev.parley.company.Availability;
import dev.parley.company.DepartmentsChanged;
import dev.parley.company.SiteAvailability;
import dev.parley.company.SiteView;
import dev.parley.company.Sites;
import dev.parley.conversation.ConversationEvent.ConversationAssigned;
import dev.parley.conversation.ConversationEvent.ConversationClosed;
import dev.parley.conversation.ConversationEvent.ConversationRequeued;
import dev.parley.conversation.ConversationEvent.ConversationTransferred;
import dev.parley.hours.HoursChanged;
import dev.parley.routing.RoutingEvent.OfferEnded;
import dev.parley.routing.RoutingEvent.OfferMade;
import dev.parley.routing.RoutingEvent.QueueMoved;
import dev.parley.routing.WaitRange;
import dev.parley.routing.Waits;
import dev.parley.shared.Caller;
import dev.parley.web.socket.frame.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Pushes to open widgets whether somebody can be reached, whenever the answer changes: by presence or edited hours at once, by the clock, by
 * what agents have in hand and by what another node did within a second. With it goes how long whoever begins now would wait. The answer itself is computed when asked and kept nowhere; only
 * what was last told is remembered, so that nobody is told twice, and when the clock may change it. Sites without a visitor here are not
 * looked at: each node tells its own sessions.
 */
@ApplicationScoped
public class AvailabilityNews {
    private static final Logger LOG = Logger.getLogger(AvailabilityNews.class.getName());

    /** Ranges change slowly. */
    private static final Duration WAITS_EVERY = Duration.ofSeconds(10);

    @Inject
    private LiveSessions sessions;

    @Inject
    private Sites sites;

    @Inject
    private Availability availability;

    @Inject
    private Waits waits;

    @Inject
    private Workers workers;

    @Inject
    private Clock clock;

    private final Map<Long, Telling> tellings = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();

    /** Who came or went, or has another capacity. */
    void changed(@Observes(during = AFTER_SUCCESS) AgentEvent e) {
        soon(e.companyId());
    }

    void changed(@Observes(during = AFTER_SUCCESS) HoursChanged e) {
        soon(e.companyId());
    }

    void changed(@Observes(during = AFTER_SUCCESS) DepartmentsChanged e) {
        soon(e.companyId());
    }

    /** With each place more in line whoever comes next waits longer. */
    void changed(@Observes(during = AFTER_SUCCESS) QueueMoved e) {
        atNextTick(e.companyId());
    }

    void changed(@Observes(during = AFTER_SUCCESS) OfferMade e) {
        atNextTick(e.companyId());
    }

    void changed(@Observes(during = AFTER_SUCCESS) OfferEnded e) {
        atNextTick(e.companyId());
    }

    void changed(@Observes(during = AFTER_SUCCESS) ConversationAssigned e) {
        atNextTick(e.companyId());
    }

    void changed(@Observes(during = AFTER_SUCCESS) ConversationClosed e) {
        atNextTick(e.companyId());
    }

    void changed(@Observes(during = AFTER_SUCCESS) ConversationRequeued e) {
        atNextTick(e.companyId());
    }

    void changed(@Observes(during = AFTER_SUCCESS) ConversationTransferred e) {
        atNextTick(e.companyId());
    }

    /** Something that shows in the answer may have changed on another node. */
    void elsewhere(long companyId) {
        atNextTick(companyId);
    }

    /** Hints of other nodes may have been lost. */
    void again() {
        tellings.keySet().forEach(this::soon);
    }

    /** A visitor is here: its page may be older than the last change, so it is told in any case. */
    void greet(LiveSession session) {
        if (!(session.caller() instanceof Caller.Visitor visitor)) return;
        telling(visitor.companyId()).newcomer(visitor.siteId(), session);
        soon(visitor.companyId());
    }

    /**
     * Once a second: looks at those of whom something changed since, here or on another node, and at those whose hours change now. Nothing
     * is computed for the others.
     */
    public void tick() {
        Instant now = clock.instant();
        tellings.forEach((company, telling) -> {
            if (telling.isDue(now)) soon(company);
        });
        if (!looking.compareAndSet(false, true)) return;
        try {
            workers.execute(this::lookElsewhere);
        } catch (RejectedExecutionException e) {
            looking.set(false);
        }
    }

    /** One small question for all companies with visitors here; the events of another node are not heard on this one. */
    private void lookElsewhere() {
        try {
            Set<Long> told = tellings.entrySet().stream()
                    .filter(t -> t.getValue().hasListeners())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            if (told.isEmpty()) return;
            availability.marks(told).forEach((company, mark) -> {
                if (telling(company).marked(mark)) soon(company);
            });
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "the database may be away; the next second tries again", e);
        } finally {
            looking.set(false);
        }
    }

    private Telling telling(long companyId) {
        return tellings.computeIfAbsent(companyId, id -> new Telling());
    }

    private void atNextTick(long companyId) {
        telling(companyId).stir();
    }

    /** Many changes at once are one question. */
    private void soon(long companyId) {
        Telling telling = telling(companyId);
        if (!telling.ask()) return;
        try {
            workers.execute(() -> telling.inTurn(() -> tell(companyId, telling)));
        } catch (RejectedExecutionException e) {
            telling.giveUp();
            LOG.log(Level.FINE, "too much to do or the server is stopping; the next second tries again", e);
        }
    }

    private void tell(long companyId, Telling telling) {
        try {
            Set<Long> here = sessions.sites();
            if (telling.keepOnly(here)) return;
            for (SiteView site : sites.of(companyId)) if (here.contains(site.id())) tell(site, telling);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "availability of company " + companyId + " could not be told; tried again");
            telling.stir();
        }
    }

    private void tell(SiteView site, Telling telling) {
        SiteAvailability now = availability.ofSite(site);
        Optional<WaitRange> wait = waits.ofNewcomer(site, now);
        String frame = frame(site, now, wait);
        // before the look at who is new: whoever comes after it is told by the next one
        boolean news = telling.tell(site.id(), frame, lookAgain(now, wait.isPresent()));
        Set<LiveSession> newcomers = telling.newcomers(site.id());
        (news ? sessions.ofSite(site.id()) : newcomers).forEach(session -> session.send(frame));
    }

    /** A wait gets longer while nothing happens. */
    private Instant lookAgain(SiteAvailability now, boolean waiting) {
        if (!waiting) return now.lookAgain();
        Instant soon = clock.instant().plus(WAITS_EVERY);
        return now.lookAgain() == null || soon.isBefore(now.lookAgain()) ? soon : now.lookAgain();
    }

    private static String frame(SiteView site, SiteAvailability now, Optional<WaitRange> wait) {
        return JsonText.frame("availability")
                .with("site", site.siteKey())
                .with("open", now.open())
                .with("reason", wire(now.reason()))
                .with("nextChange", now.nextChange())
                .with("wait", wait.map(ToldWait::inMinutes).orElse(null))
                .list(
                        "departments",
                        now.departments().stream()
                                .map(d -> JsonText.object()
                                        .with("id", d.department().publicId())
                                        .with("name", d.department().name())
                                        .with("open", d.open())
                                        .with("reason", wire(d.reason()))
                                        .with("nextChange", d.nextChange()))
                                .toList())
                .toString();
    }

    private static String wire(SiteAvailability.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

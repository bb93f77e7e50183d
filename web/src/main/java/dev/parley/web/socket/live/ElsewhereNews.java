package dev.parley.web.socket.live;

import dev.parley.cluster.Hint;
import dev.parley.cluster.HintKind;
import dev.parley.cluster.HintsMissed;
import dev.parley.routing.RoutingEvent.QueueMoved;
import dev.parley.shared.DeskException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Does for a change on another node what this one would have done for its own: looks it up and tells the sessions here. */
@ApplicationScoped
public class ElsewhereNews {
    private static final Logger LOG = Logger.getLogger(ElsewhereNews.class.getName());

    /** Those that ask the database how something stands now, so that their order says nothing. */
    private static final Set<HintKind> ANY_TIME =
            EnumSet.of(HintKind.READ, HintKind.VISITOR, HintKind.OFFERS, HintKind.STAFF, HintKind.OVERDUE);

    /** What waits to be asked; at most as much as waits for the workers. */
    private final Set<Hint> asked = ConcurrentHashMap.newKeySet();

    @Inject
    LiveSessions sessions;

    @Inject
    ConversationsElsewhere conversations;

    @Inject
    StaffElsewhere staff;

    @Inject
    OfferBoard offers;

    @Inject
    QueueNews queues;

    @Inject
    AvailabilityNews availability;

    @Inject
    SecondLook look;

    @Inject
    Workers workers;

    void missed(@Observes HintsMissed e) {
        // nobody to tell; and while the application starts nothing of it may be made on this thread
        if (sessions.count() > 0) look.everything();
    }

    void hinted(@Observes Hint hint) {
        if (sessions.count() == 0) return;
        if (ANY_TIME.contains(hint.kind())) soon(hint);
        else answer(hint);
    }

    /** Behind it others wait; the same question that waits already is not asked twice. */
    private void soon(Hint hint) {
        if (!asked.add(hint)) return;
        try {
            workers.execute(() -> {
                asked.remove(hint);
                answer(hint);
            });
        } catch (RejectedExecutionException e) {
            asked.remove(hint);
            LOG.log(Level.FINE, "too much to do or the server is stopping; the next look finds it", e);
        }
    }

    private void answer(Hint hint) {
        try {
            follow(hint);
        } catch (DeskException e) {
            LOG.log(Level.FINE, e, () -> "what a hint (" + hint.kind() + ") speaks of is not there any more");
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> "a hint (" + hint.kind() + ") could not be followed; the next look finds it");
        }
    }

    private void follow(Hint hint) {
        switch (hint.kind()) {
            case MESSAGE -> conversations.stored(hint);
            case OPENED, JOINED, LEFT, REOPENED -> conversations.turned(hint);
            case ASSIGNED, REQUEUED, TRANSFERRED, CLOSED -> {
                conversations.turned(hint);
                availability.elsewhere(hint.company());
            }
            case STANDING -> conversations.standing(hint);
            case NOTED, MENTIONED, SEEN -> conversations.noted(hint);
            case READ -> conversations.read(hint);
            case TYPING -> conversations.typing(hint);
            case VISITOR -> conversations.visitor(hint);
            case QUEUE -> {
                if (sessions.hasVisitors(hint.company()))
                    queues.moved(new QueueMoved(hint.company(), hint.department()));
            }
            case OFFERS -> {
                offers.look(Set.of(hint.person()));
                availability.elsewhere(hint.company());
            }
            case PRESENCE -> staff.presence(hint);
            case AVAILABILITY -> availability.elsewhere(hint.company());
            case STAFF -> staff.changed(hint);
            case OVERDUE -> staff.overdue(hint);
            case ALL -> look.everything();
        }
    }
}

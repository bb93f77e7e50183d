package dev.parley.web.socket.live;

import dev.parley.cluster.Hint;
import dev.parley.cluster.HintsMissed;
import dev.parley.routing.RoutingEvent.QueueMoved;
import dev.parley.shared.DeskException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Does for a change on another node what this one would have done for its own: looks it up and tells the sessions here. */
@ApplicationScoped
public class ElsewhereNews {
    private static final Logger LOG = Logger.getLogger(ElsewhereNews.class.getName());

    @Inject
    private LiveSessions sessions;

    @Inject
    private ConversationsElsewhere conversations;

    @Inject
    private StaffElsewhere staff;

    @Inject
    private OfferBoard offers;

    @Inject
    private QueueNews queues;

    @Inject
    private AvailabilityNews availability;

    @Inject
    private SecondLook look;

    void missed(@Observes HintsMissed e) {
        // nobody to tell; and while the application starts nothing of it may be made on this thread
        if (sessions.count() > 0) look.everything();
    }

    void hinted(@Observes Hint hint) {
        if (sessions.count() == 0) return;
        try {
            follow(hint);
        } catch (DeskException e) {
            LOG.log(Level.FINE, e, () -> "what a hint (" + hint.kind() + ") speaks of is not there any more");
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
            case QUEUE -> queues.moved(new QueueMoved(hint.company(), hint.department()));
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

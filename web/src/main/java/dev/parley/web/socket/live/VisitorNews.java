package dev.parley.web.socket.live;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import dev.parley.conversation.Conversations;
import dev.parley.visitor.VisitorEvent.VisitorChanged;
import dev.parley.web.socket.frame.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Tells agents who follow a conversation of a visitor that more is known of it. Only that: what is known they ask for, and get as much of
 * it as their role may have. The visitor's own sockets speak under the new name from then on.
 */
@ApplicationScoped
public class VisitorNews {
    @Inject
    private LiveSessions sessions;

    @Inject
    private Conversations conversations;

    @Inject
    private Workers workers;

    void changed(@Observes(during = AFTER_SUCCESS) VisitorChanged e) {
        sessions.ofVisitor(e.visitorId()).forEach(session -> session.callNow(e.who()));
        workers.execute(() -> {
            String frame = JsonText.frame("visitor")
                    .with("visitor", e.who().publicId())
                    .toString();
            audience(e).forEach(session -> session.send(frame));
        });
    }

    private Set<LiveSession> audience(VisitorChanged e) {
        var told = new LinkedHashSet<LiveSession>();
        conversations.keysOfVisitor(e.companyId(), e.visitorId()).forEach(key -> told.addAll(sessions.following(key)));
        told.removeIf(LiveSession::isVisitor);
        return told;
    }
}

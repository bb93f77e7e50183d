package dev.parley.web.socket.live;

import dev.parley.visitor.VisitorDetails;
import dev.parley.visitor.VisitorTrail;
import dev.parley.web.socket.frame.ClientFrame;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Visitors who talk with the desk while they walk through the host site. */
@ApplicationScoped
public class Walking {
    @Inject
    private VisitorTrail trail;

    /** Of one who has not talked yet nothing is kept: nobody is followed who only came by. */
    void page(LiveSession session, ClientFrame.Page frame) {
        var visitor = session.caller().requireVisitor();
        if (session.followed().isEmpty()) return;
        trail.walk(visitor, VisitorDetails.onPage(frame.url(), frame.title(), frame.referrer()));
    }
}

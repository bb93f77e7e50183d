package dev.parley.web.socket.live;

import dev.parley.shared.RateLimited;
import dev.parley.visitor.VisitorDetails;
import dev.parley.visitor.VisitorTrail;
import dev.parley.web.socket.frame.ClientFrame;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Visitors who talk with the desk while they walk through the host site. */
@ApplicationScoped
public class Walking {
    private static final Logger LOG = Logger.getLogger(Walking.class.getName());

    @Inject
    private VisitorTrail trail;

    /** Of one who has not talked yet nothing is kept but in memory: nobody is followed who only came by. */
    void page(LiveSession session, ClientFrame.Page frame) {
        var visitor = session.caller().requireVisitor();
        var page = VisitorDetails.onPage(frame.url(), frame.title(), frame.referrer());
        if (session.followed().isEmpty()) session.remember(page);
        else trail.walk(visitor, page);
    }

    /** A conversation begins where the visitor is, not where it arrived: that may say which department answers. */
    void begin(LiveSession session) {
        var page = session.takePage();
        if (page == null) return;
        try {
            trail.walk(session.caller().requireVisitor(), page);
        } catch (RateLimited e) {
            LOG.log(Level.FINE, "a conversation begins on an earlier page than where its visitor is", e);
        }
    }
}

package dev.parley.web.socket.live;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import dev.parley.access.RoleChanged;
import dev.parley.access.SignInEnded;
import dev.parley.agent.AgentEvent.PresenceChanged;
import dev.parley.routing.RoutingEvent.OfferEnded;
import dev.parley.routing.RoutingEvent.OfferMade;
import dev.parley.shared.Caller;
import dev.parley.shared.Permission;
import dev.parley.web.socket.frame.JsonText;
import dev.parley.web.socket.transport.CloseCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Tells the live sessions of presence and offers, and ends those whose sign-in has ended. */
@ApplicationScoped
public class StaffNews {
    @Inject
    private LiveSessions sessions;

    @Inject
    private OfferFrames offers;

    void presence(@Observes(during = AFTER_SUCCESS) PresenceChanged e) {
        String frame = JsonText.frame("presence")
                .with("agent", e.publicId())
                .with("status", e.status().wire())
                .with("reason", e.reason())
                .toString();
        sessions.agents(e.companyId()).forEach(session -> session.send(frame));
    }

    void offered(@Observes(during = AFTER_SUCCESS) OfferMade e) {
        String frame = offers.offer(e.offer());
        sessions.ofAgent(e.companyId(), e.accountId()).forEach(session -> session.send(frame));
    }

    void offerEnded(@Observes(during = AFTER_SUCCESS) OfferEnded e) {
        String frame = JsonText.frame("offerEnded")
                .with("conversation", e.conversation())
                .with("reason", e.outcome().wire())
                .toString();
        sessions.ofAgent(e.companyId(), e.accountId()).forEach(session -> session.send(frame));
    }

    /** What a socket follows was chosen by the former role: it comes again at once, or not any more where it may not. */
    void allowed(@Observes(during = AFTER_SUCCESS) RoleChanged e) {
        boolean answers = e.now().may(Permission.ANSWER_CONVERSATIONS);
        for (LiveSession session : sessions.all()) {
            if (session.caller() instanceof Caller.Staff staff && e.accounts().contains(staff.accountId())) {
                session.allowNow(e.now());
                session.connection().close(answers ? CloseCode.TOO_SLOW : CloseCode.SIGNED_OUT, "role changed");
            }
        }
    }

    void signedOut(@Observes(during = AFTER_SUCCESS) SignInEnded e) {
        for (LiveSession session : sessions.all()) {
            if (session.caller() instanceof Caller.Staff staff && e.signIns().contains(staff.signIn())) {
                session.connection().close(CloseCode.SIGNED_OUT, "signed out");
            }
        }
    }
}

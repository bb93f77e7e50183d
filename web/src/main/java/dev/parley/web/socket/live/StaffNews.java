package dev.parley.web.socket.live;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import dev.parley.access.RoleChanged;
import dev.parley.access.SignInEnded;
import dev.parley.access.StandingSignIns;
import dev.parley.agent.AgentEvent.PresenceChanged;
import dev.parley.routing.RoutingEvent.OfferEnded;
import dev.parley.routing.RoutingEvent.OfferMade;
import dev.parley.shared.Caller;
import dev.parley.shared.HeldRole;
import dev.parley.shared.Permission;
import dev.parley.web.socket.frame.JsonText;
import dev.parley.web.socket.transport.CloseCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the live sessions of presence and offers, and ends those whose sign-in has ended. */
@ApplicationScoped
public class StaffNews {
    @Inject
    private LiveSessions sessions;

    @Inject
    private OfferBoard offers;

    @Inject
    private StandingSignIns standing;

    @Inject
    private Workers workers;

    void presence(@Observes(during = AFTER_SUCCESS) PresenceChanged e) {
        String frame = JsonText.frame("presence")
                .with("agent", e.publicId())
                .with("status", e.status().wire())
                .with("reason", e.reason())
                .toString();
        sessions.agents(e.companyId()).forEach(session -> session.send(frame));
    }

    void offered(@Observes(during = AFTER_SUCCESS) OfferMade e) {
        offers.made(e);
    }

    void offerEnded(@Observes(during = AFTER_SUCCESS) OfferEnded e) {
        offers.ended(e);
    }

    /** What a socket follows was chosen by the former role: it comes again at once, or not any more where it may not. */
    void allowed(@Observes(during = AFTER_SUCCESS) RoleChanged e) {
        for (LiveSession session : sessions.all()) {
            if (session.caller() instanceof Caller.Staff staff && e.accounts().contains(staff.accountId()))
                allow(session, e.now());
        }
    }

    private static void allow(LiveSession session, HeldRole role) {
        boolean answers = role.may(Permission.ANSWER_CONVERSATIONS);
        session.allowNow(role);
        session.connection().close(answers ? CloseCode.TOO_SLOW : CloseCode.SIGNED_OUT, "role changed");
    }

    void signedOut(@Observes(during = AFTER_SUCCESS) SignInEnded e) {
        boolean others = false;
        for (LiveSession session : sessions.all()) {
            if (!(session.caller() instanceof Caller.Staff staff) || staff.accountId() != e.accountId()) continue;
            if (e.signIns().contains(staff.signIn())) signOut(session);
            else others = true;
        }
        // a bearer that was over already is not among those that were ended, and its socket lives as long as the page's
        // sign-in
        if (others) workers.execute(() -> look(Set.of(e.accountId())));
    }

    private static void signOut(LiveSession session) {
        session.connection().close(CloseCode.SIGNED_OUT, "signed out");
    }

    /** Asks whether the sign-ins and roles of these accounts' sessions are still what they were. @return whether one was not */
    boolean look(Set<Long> accounts) {
        Map<LiveSession, Caller.Staff> asked = new HashMap<>();
        for (LiveSession session : sessions.agents()) {
            if (session.caller() instanceof Caller.Staff staff && accounts.contains(staff.accountId()))
                asked.put(session, staff);
        }
        if (asked.isEmpty()) return false;
        Map<Long, HeldRole> roles =
                standing.roles(asked.values().stream().map(Caller.Staff::signIn).collect(Collectors.toSet()));
        boolean found = false;
        for (var each : asked.entrySet()) {
            HeldRole role = roles.get(each.getValue().signIn());
            if (each.getValue().role().equals(role)) continue;
            found = true;
            if (role == null) signOut(each.getKey());
            else allow(each.getKey(), role);
        }
        return found;
    }
}

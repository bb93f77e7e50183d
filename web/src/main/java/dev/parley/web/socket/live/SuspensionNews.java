package dev.parley.web.socket.live;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import dev.parley.company.CompanySuspended;
import dev.parley.company.Suspensions;
import dev.parley.web.socket.transport.CloseCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Closes the sockets of suspended companies: at once on the node where the operator said it, with the next tick on the others, and where a
 * socket was greeted while it was said. Agents get 4003; visitors 4001, and the widget, which asks for another token then, is told
 * that the site is away.
 */
@ApplicationScoped
public class SuspensionNews {
    @Inject
    private LiveSessions sessions;

    @Inject
    private Suspensions suspensions;

    /** Not before the commit: whoever came back at once would be let in. */
    void suspended(@Observes(during = AFTER_SUCCESS) CompanySuspended e) {
        close(Set.of(e.companyId()));
    }

    /** Looks whether anybody is here who should not. */
    public void tick() {
        if (sessions.count() == 0) return;
        Set<Long> suspended = suspensions.all();
        if (!suspended.isEmpty()) close(suspended);
    }

    private void close(Set<Long> companies) {
        for (LiveSession session : sessions.all()) {
            if (!companies.contains(session.companyId())) continue;
            CloseCode code = session.isVisitor() ? CloseCode.NOT_AUTHENTICATED : CloseCode.SIGNED_OUT;
            session.connection().close(code, "suspended");
        }
    }
}

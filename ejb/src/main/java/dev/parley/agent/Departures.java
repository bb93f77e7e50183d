package dev.parley.agent;

import dev.parley.access.AccountDeactivated;
import dev.parley.agent.domain.AgentPresence;
import dev.parley.agent.persistence.Presences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * An agent who left is offline, and what was in hand is given back as after a lost connection, at once and in the very transaction of the
 * leaving: nobody waits for somebody who does not come again.
 */
@ApplicationScoped
class Departures {
    @Inject
    Presences presences;

    @Inject
    Event<AgentEvent> news;

    @Inject
    Clock clock;

    void left(@Observes AccountDeactivated gone) {
        if (!gone.answers()) return;
        Instant at = clock.instant();
        AgentPresence presence = presences.lock(gone.companyId(), gone.accountId(), at);
        if (presence.change(Presence.OFFLINE, null, at)) {
            presences.record(presence, gone.by(), at);
            news.fire(new AgentEvent.PresenceChanged(
                    gone.companyId(), gone.accountId(), gone.account(), Presence.OFFLINE, null));
        }
        news.fire(new AgentEvent.ConnectionLost(gone.companyId(), gone.accountId()));
    }
}

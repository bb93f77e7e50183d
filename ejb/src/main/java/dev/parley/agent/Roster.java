package dev.parley.agent;

import dev.parley.agent.domain.AgentPresence;
import dev.parley.agent.persistence.Presences;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Routing's side of the desk's people: who can be reached, and the lock under which one agent's work is counted and given. For routing
 * only, inside its transaction, so no caller is named: routing has asked already.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Roster {
    private static final String DESK = "system";

    @Inject
    Presences presences;

    @Inject
    LeaseBook leases;

    @Inject
    Event<AgentEvent> news;

    @Inject
    Clock clock;

    /**
     * The agent, locked to the end of the transaction. Take it before any conversation's lock; two agents in the order of their ids.
     */
    public AgentState lock(long companyId, long accountId) {
        AgentPresence presence = presences.lock(companyId, accountId, clock.instant());
        return state(presence, leases.live(accountId));
    }

    /** The agents of the company who are AVAILABLE with a live socket, at most 500. Not locked. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<AgentState> reachable(long companyId) {
        return presences.available(companyId, leases.liveAfter()).stream()
                .map(presence -> state(presence, true))
                .toList();
    }

    /** For each of these companies that has somebody reachable a mark of who they are and what they can hold. Not locked. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Map<Long, String> marks(Collection<Long> companies) {
        return presences.marks(companies, leases.liveAfter());
    }

    /**
     * The locked agent let an offer run out; with the one that makes it too many in a row the agent is AWAY, and everybody hears of it.
     *
     * @param tooMany how many in a row are too many
     */
    public void offerMissed(AgentState agent, int tooMany) {
        Instant at = clock.instant();
        AgentPresence presence = presences.lock(agent.companyId(), agent.accountId(), at);
        if (!presence.missOffer(tooMany, at)) return;
        presences.record(presence, DESK, at);
        String publicId = presences.publicId(agent.accountId()).orElseThrow();
        news.fire(new AgentEvent.PresenceChanged(
                agent.companyId(), agent.accountId(), publicId, presence.status(), presence.reason()));
    }

    /** The locked agent accepted or declined: somebody is there. */
    public void offerAnswered(AgentState agent) {
        presences.lock(agent.companyId(), agent.accountId(), clock.instant()).answered();
    }

    /** The locked agent got a conversation, or one ended then: idle time counts from there. */
    public void busyUntil(AgentState agent, Instant at) {
        presences.lock(agent.companyId(), agent.accountId(), at).busyUntil(at);
    }

    private static AgentState state(AgentPresence presence, boolean live) {
        return new AgentState(
                presence.companyId(),
                presence.accountId(),
                presence.status(),
                live,
                presence.capacity(),
                presence.idleSince());
    }
}

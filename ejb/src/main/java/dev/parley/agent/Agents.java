package dev.parley.agent;

import dev.parley.agent.domain.AgentPresence;
import dev.parley.agent.persistence.Presences;
import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.shared.Caller;
import dev.parley.shared.Json;
import dev.parley.shared.NameCursor;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Page;
import dev.parley.shared.Permission;
import dev.parley.shared.ShortText;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The presence of those who answer, and the connections over which they can be reached. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Agents {
    private static final int LONGEST_REASON = 120;
    private static final int MOST = 500;

    @Inject
    Presences presences;

    @Inject
    LeaseBook leases;

    @Inject
    Capacities capacities;

    @Inject
    AuditTrail audit;

    @Inject
    OwnTransaction transaction;

    @Inject
    Event<AgentEvent> news;

    @Inject
    Clock clock;

    /** The caller's own presence. @throws dev.parley.shared.Forbidden if the caller's role does not answer */
    public PresenceView presence(Caller caller) {
        Caller.Staff me = caller.require(Permission.ANSWER_CONVERSATIONS);
        return view(me.companyId(), me.accountId());
    }

    /**
     * The caller's own presence is {@code status} from now on, whatever sockets are open. Leaving AVAILABLE gives waiting offers back at
     * once and keeps what is in hand.
     *
     * @param reason null, or at most 120 characters for colleagues
     */
    public PresenceView setPresence(Caller caller, Presence status, String reason) {
        Caller.Staff me = caller.require(Permission.ANSWER_CONVERSATIONS);
        return change(me, me.accountId(), me.publicId(), status, reason);
    }

    /**
     * A supervisor sets a colleague's presence.
     *
     * @param agent the colleague's public id
     * @throws NotFound if the company has no such colleague
     */
    public PresenceView setPresence(Caller caller, String agent, Presence status, String reason) {
        Caller.Staff me = caller.require(Permission.SET_OTHERS_PRESENCE);
        long account =
                presences.account(me.companyId(), agent).orElseThrow(() -> new NotFound("There is no such agent."));
        return change(me, account, agent, status, reason);
    }

    /**
     * Whoever looks after the departments sets how many conversations an agent may have in hand at once. Fewer than the agent has takes
     * nothing away.
     *
     * @param agent the agent's public id
     * @param capacity 0 to 1,000; with 0 nothing is offered
     * @throws NotFound if the company has no such agent
     */
    public PresenceView setCapacity(Caller caller, String agent, int capacity) {
        Caller.Staff me = caller.require(Permission.EDIT_DEPARTMENTS);
        long account =
                presences.account(me.companyId(), agent).orElseThrow(() -> new NotFound("There is no such agent."));
        transaction.run(() -> capacities.set(me, account, capacity));
        return view(me.companyId(), account);
    }

    private PresenceView change(Caller.Staff by, long account, String agent, Presence status, String reason) {
        String why = ShortText.of("A reason", reason, LONGEST_REASON);
        Instant at = clock.instant();
        transaction.run(() -> {
            AgentPresence presence = presences.lock(by.companyId(), account, at);
            JsonObject before = json(presence);
            if (!presence.change(status, why, at)) return;
            presences.record(presence, by.publicId(), at);
            if (account != by.accountId()) {
                audit.record(by, subject(by.companyId(), account, agent), before, json(presence));
            }
            news.fire(new AgentEvent.PresenceChanged(by.companyId(), account, agent, status, why));
        });
        return view(by.companyId(), account);
    }

    private AuditSubject subject(long companyId, long accountId, String agent) {
        return new AuditSubject(
                AuditKind.PRESENCE, agent, view(companyId, accountId).name());
    }

    private static JsonObject json(AgentPresence presence) {
        var json = Json.createObjectBuilder().add("status", presence.status().wire());
        if (presence.reason() != null) json.add("reason", presence.reason());
        return json.build();
    }

    private PresenceView view(long companyId, long accountId) {
        return presences
                .view(companyId, accountId, leases.liveAfter())
                .orElseThrow(() -> new NotFound("There is no such agent."));
    }

    /** Everyone in the company who answers, by name; at most 500. */
    public List<PresenceView> colleagues(Caller caller) {
        return colleagues(caller, null, MOST).items();
    }

    /**
     * Some of those in the company who answer, by name.
     *
     * @param cursor the {@code next} of the part before, or null for the first
     * @param limit 1 to 500
     * @throws dev.parley.shared.Invalid for another limit, or a cursor that is none
     */
    public Page<PresenceView> colleagues(Caller caller, String cursor, int limit) {
        Caller.Staff me = caller.requireAny(
                Permission.SEE_COLLEAGUES, Permission.SEE_ALL_CONVERSATIONS, Permission.SET_OTHERS_PRESENCE);
        NameCursor behind = NameCursor.of(cursor);
        int most = Page.limit(limit, MOST);
        List<PresenceView> found = presences.colleagues(me.companyId(), leases.liveAfter(), behind, most + 1);
        return Page.of(found, most, last -> new NameCursor(last.name(), last.agent()).wire());
    }

    /**
     * For the desk's own pushes to colleagues: the agent's presence as it is stored now.
     *
     * @throws NotFound if the company has no such agent
     */
    public PresenceView presence(long companyId, long accountId) {
        return view(companyId, accountId);
    }

    /** For the desk's own pushes to colleagues: everyone in the company who answers, by name; at most 500. */
    public List<PresenceView> presences(long companyId) {
        return presences.colleagues(companyId, leases.liveAfter());
    }

    /**
     * A socket of the caller opened on this node. Presence stays as stored; from the first socket on an AVAILABLE agent gets offers.
     * For roles that do not answer nothing happens.
     *
     * @param socket any name that is unique on this node
     */
    public void connected(Caller caller, String socket) {
        Caller.Staff me = caller.requireStaff();
        if (me.role().may(Permission.ANSWER_CONVERSATIONS)) leases.opened(me.companyId(), me.accountId(), socket);
    }

    /**
     * A socket closed, however. With the agent's last one, over all nodes, waiting offers go back at once; what is in hand goes back to
     * the queue if none opens within the grace time. Harmless for a socket that was never told of.
     */
    public void disconnected(Caller caller, String socket) {
        // whatever the role allows now: it may have answered when the socket opened
        Caller.Staff me = caller.requireStaff();
        leases.closed(me.companyId(), me.accountId(), socket);
    }
}

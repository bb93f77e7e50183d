package dev.parley.agent.domain;

import dev.parley.agent.Presence;
import dev.parley.shared.InstantConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One agent's presence over all sockets and nodes. It begins OFFLINE and changes only when the agent, a supervisor or the desk (for not
 * answering) says so; opening and closing sockets leaves it. Its row is also the lock under which the agent's capacity is counted.
 */
@Entity
@Table(name = "agent_presence")
public class AgentPresence {
    public static final String NOT_ANSWERING = "not answering";
    public static final int DEFAULT_CAPACITY = 4;

    @Id
    @Column(name = "account_id")
    private long accountId;

    @Column(name = "company_id")
    private long companyId;

    private String status;
    private String reason;

    @Convert(converter = InstantConverter.class)
    private Instant since;

    @Column(name = "idle_since")
    @Convert(converter = InstantConverter.class)
    private Instant idleSince;

    private int capacity;

    @Column(name = "missed_offers")
    private int missedOffers;

    protected AgentPresence() {}

    private AgentPresence(long companyId, long accountId, Instant at) {
        this.companyId = companyId;
        this.accountId = accountId;
        this.status = Presence.OFFLINE.wire();
        this.since = at;
        this.idleSince = at;
        this.capacity = DEFAULT_CAPACITY;
    }

    /** An agent whom the desk sees for the first time. */
    public static AgentPresence begin(long companyId, long accountId, Instant at) {
        return new AgentPresence(companyId, accountId, at);
    }

    /**
     * Whoever becomes available has been idle only from then on; saying "available" also proves that somebody is there.
     *
     * @param why null or what the agent gave with it
     * @return whether anything changed
     */
    public boolean change(Presence to, String why, Instant at) {
        if (to == Presence.AVAILABLE) missedOffers = 0;
        if (to == status() && java.util.Objects.equals(why, reason)) return false;
        if (to != status()) {
            since = at;
            if (to == Presence.AVAILABLE) idleSince = at;
        }
        status = to.wire();
        reason = why;
        return true;
    }

    /** An offer went unanswered, and {@code tooMany} in a row are too many. @return whether this was: the agent is AWAY now */
    public boolean missOffer(int tooMany, Instant at) {
        missedOffers++;
        if (missedOffers < tooMany || status() != Presence.AVAILABLE) return false;
        missedOffers = 0;
        return change(Presence.AWAY, NOT_ANSWERING, at);
    }

    /** The agent answered an offer, whatever the answer: somebody is there. */
    public void answered() {
        missedOffers = 0;
    }

    /** Something new came or something ended: idle time counts from here. */
    public void busyUntil(Instant at) {
        if (at.isAfter(idleSince)) idleSince = at;
    }

    /** @param conversations at once; what is in hand beyond it stays in hand */
    public void limit(int conversations) {
        capacity = conversations;
    }

    public long accountId() {
        return accountId;
    }

    public long companyId() {
        return companyId;
    }

    public Presence status() {
        return Presence.of(status);
    }

    /** May be null. */
    public String reason() {
        return reason;
    }

    public Instant since() {
        return since;
    }

    public Instant idleSince() {
        return idleSince;
    }

    public int capacity() {
        return capacity;
    }

    public int missedOffers() {
        return missedOffers;
    }
}

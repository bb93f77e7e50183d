package dev.parley.conversation.domain;

import static dev.parley.conversation.ConversationStatus.CLOSED;
import static dev.parley.conversation.ConversationStatus.OPEN;
import static dev.parley.conversation.ConversationStatus.WAITING;

import dev.parley.conversation.ConversationStatus;
import dev.parley.shared.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * One thread between a visitor and the desk. Opened WAITING by the visitor's first message; an agent's acceptance makes it OPEN; it may go
 * back to WAITING, at its old place, as often as an agent is lost; it ends CLOSED and may be reopened. A visitor's message to a CLOSED
 * conversation reopens it, so nobody is ever answered by silence.
 *
 * <p>Rows are made by the message writer together with the first message, never by this class: a conversation without a message does not
 * exist. Whoever changes one holds the lock of its head.
 */
@Entity
@Table(name = "conversation")
public class Conversation {
    @Id
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "site_id")
    private long siteId;

    @Column(name = "department_id")
    private long departmentId;

    @Column(name = "visitor_id")
    private long visitorId;

    private ConversationStatus status;
    private String origin;
    private int priority;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "waiting_since")
    private Instant waitingSince;

    @Column(name = "agent_id")
    private Long agentId;

    @Column(name = "assigned_at")
    private Instant assignedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "close_reason")
    private String closeReason;

    @Column(name = "outcome_id")
    private Long outcomeId;

    @Column(name = "previous_id")
    private Long previousId;

    @Version
    private long version;

    protected Conversation() {}

    /** Makes {@code accountId} its owner. @throws Refused unless it is waiting */
    public void assignTo(long accountId, Instant at) {
        if (status != WAITING)
            throw new Refused(status == OPEN ? "A colleague has taken it already." : "It is " + status.wire() + ".");
        status = OPEN;
        agentId = accountId;
        assignedAt = at;
    }

    /** Gives it back to the queue with the waiting time it has. @throws Refused unless it is open @return the owner it had */
    public Long returnToQueue() {
        if (status != OPEN) throw new Refused("It is " + status.wire() + ".");
        Long former = agentId;
        status = WAITING;
        agentId = null;
        assignedAt = null;
        return former;
    }

    /** Hands it to a colleague who is known to have room. @throws Refused unless it is open or waiting @return the owner it had */
    public Long handOverTo(long accountId, Instant at) {
        demandAlive();
        Long former = agentId;
        status = OPEN;
        agentId = accountId;
        assignedAt = at;
        return former;
    }

    /** Lets it wait in another department, keeping its waiting time. @throws Refused if it is closed @return the owner it had */
    public Long moveTo(long otherDepartmentId) {
        demandAlive();
        Long former = agentId;
        departmentId = otherDepartmentId;
        status = WAITING;
        agentId = null;
        assignedAt = null;
        return former;
    }

    /** Ends it. @param outcome key of its label, or null @throws Refused if it has ended already @return the owner it had */
    public Long close(String reason, Long outcome, Instant at) {
        demandAlive();
        Long former = agentId;
        status = CLOSED;
        closedAt = at;
        closeReason = reason;
        outcomeId = outcome;
        agentId = null;
        return former;
    }

    /** Lets it wait again, from now. @throws Refused unless it is closed */
    public void reopen(Instant at) {
        if (status != CLOSED) throw new Refused("It is not closed.");
        status = WAITING;
        waitingSince = at;
        closedAt = null;
        closeReason = null;
        outcomeId = null;
        assignedAt = null;
    }

    /** From now on it presses so much. @throws Refused if it is closed */
    public void prioritise(int other) {
        demandAlive();
        priority = other;
    }

    private void demandAlive() {
        if (status == CLOSED) throw new Refused("It is closed.");
    }

    public long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public long companyId() {
        return companyId;
    }

    public long siteId() {
        return siteId;
    }

    public long departmentId() {
        return departmentId;
    }

    public long visitorId() {
        return visitorId;
    }

    public ConversationStatus status() {
        return status;
    }

    public String origin() {
        return origin;
    }

    public int priority() {
        return priority;
    }

    /** Key of the label that says how it ended; null while it has not, and where nobody said. */
    public Long outcomeId() {
        return outcomeId;
    }

    public Instant waitingSince() {
        return waitingSince;
    }

    /** The owner's key while OPEN, else null. */
    public Long agentId() {
        return agentId;
    }
}

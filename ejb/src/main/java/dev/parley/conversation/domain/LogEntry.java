package dev.parley.conversation.domain;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One entry of the append-only log: what changed, when, by whom and why. Written once, never changed; reports are computed from it. */
@Entity
@Table(name = "conversation_event")
public class LogEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "conversation_event_seq")
    @SequenceGenerator(name = "conversation_event_seq", sequenceName = "conversation_event_seq", allocationSize = 50)
    private Long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "conversation_id")
    private long conversationId;

    private Instant at;
    private String type;
    private ConversationStatus status;

    @Column(name = "actor_kind")
    private String actorKind;

    private String actor;

    @Column(name = "agent_id")
    private Long agentId;

    @Column(name = "department_id")
    private Long departmentId;

    private String reason;

    @Column(name = "outcome_id")
    private Long outcomeId;

    protected LogEntry() {}

    /** The state of {@code conversation} after {@code type} happened to it. */
    public static LogEntry of(
            Conversation conversation, String type, Author by, Long agentId, String reason, Instant at) {
        var entry = new LogEntry();
        entry.companyId = conversation.companyId();
        entry.conversationId = conversation.id();
        entry.at = at;
        entry.type = type;
        entry.status = conversation.status();
        entry.actorKind = by.kind();
        entry.actor = by.id();
        entry.agentId = agentId;
        entry.departmentId = conversation.departmentId();
        entry.reason = reason;
        entry.outcomeId = conversation.outcomeId();
        return entry;
    }
}

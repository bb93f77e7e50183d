package dev.parley.routing.domain;

import dev.parley.routing.Decision;
import dev.parley.routing.DecisionDetail;
import dev.parley.shared.InstantConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One decision about a waiting conversation and all that it went by. Written once, in the transaction that acts on it; goes after some weeks. */
@Entity
@Table(name = "routing_decision")
public class RecordedDecision {
    @Id
    @SequenceGenerator(name = "routing_decision_seq", sequenceName = "routing_decision_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "routing_decision_seq")
    private Long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "conversation_id")
    private long conversationId;

    @Column(name = "department_id")
    private long departmentId;

    @Convert(converter = InstantConverter.class)
    private Instant at;

    @Column(name = "waiting_since")
    @Convert(converter = InstantConverter.class)
    private Instant waitingSince;

    private String policy;
    private String reason;
    private String skills;
    private String language;
    private String detail;

    @Column(name = "overflow_to")
    private Long overflowTo;

    protected RecordedDecision() {}

    /** What was decided at {@code at} of the conversation that waits in the department. */
    public RecordedDecision(
            long companyId,
            long conversationId,
            long departmentId,
            Instant waitingSince,
            Decision decision,
            DecisionDetail detail,
            Instant at) {
        this.companyId = companyId;
        this.conversationId = conversationId;
        this.departmentId = departmentId;
        this.waitingSince = waitingSince;
        this.at = at;
        this.policy = decision.policy();
        this.reason = decision.nobody().map(Decision.Nobody::wire).orElse(null);
        this.skills = decision.demand().skills().text();
        this.language = decision.demand().language();
        this.detail = detail.json();
    }

    /** The same decision, by which nobody was asked: it went on to another department, whose key {@code to} is. */
    public RecordedDecision passedOn(long to, String why) {
        overflowTo = to;
        reason = why;
        return this;
    }

    public Long id() {
        return id;
    }

    public long conversationId() {
        return conversationId;
    }

    public long departmentId() {
        return departmentId;
    }

    public Instant at() {
        return at;
    }

    public Instant waitingSince() {
        return waitingSince;
    }

    public String policy() {
        return policy;
    }

    /** Why nobody was asked, or why it went on to another department; null where somebody was. */
    public String reason() {
        return reason;
    }

    /** Key of the department to which it went on; null where it stayed. */
    public Long overflowTo() {
        return overflowTo;
    }

    /** As {@link dev.parley.routing.SkillSet#text()} writes them; null for none. */
    public String skills() {
        return skills;
    }

    /** Null for any. */
    public String language() {
        return language;
    }

    public DecisionDetail detail() {
        return DecisionDetail.parse(detail);
    }
}

package dev.parley.mail.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * Something on its way out. Posted; in somebody's hands for two minutes at a time; sent, or given up. Then what it said is forgotten, and
 * only that it was stays.
 */
@Entity
@Table(name = "outbox")
@NamedQuery(
        name = "OutboxItem.due",
        query =
                "select i.id from OutboxItem i where i.endedAt is null and i.notBefore <= :now order by i.notBefore, i.id")
@NamedQuery(
        name = "OutboxItem.ofCompany",
        query = "select i from OutboxItem i where i.companyId = :companyId order by i.createdAt desc, i.id desc")
@NamedQuery(
        name = "OutboxItem.before",
        query = "select i from OutboxItem i, OutboxItem c where c.companyId = :companyId and c.publicId = :cursor"
                + " and i.companyId = :companyId"
                + " and (i.createdAt < c.createdAt or (i.createdAt = c.createdAt and i.id < c.id))"
                + " order by i.createdAt desc, i.id desc")
@NamedQuery(
        name = "OutboxItem.known",
        query = "select count(i) from OutboxItem i where i.companyId = :companyId and i.publicId = :cursor")
@NamedQuery(name = "OutboxItem.forget", query = "delete from OutboxItem i where i.endedAt < :before")
public class OutboxItem {
    /** Times it is tried. */
    public static final int MOST_ATTEMPTS = 10;

    /** How long it is one node's; by then a mail server has answered. */
    private static final Duration IN_HAND = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    @Id
    @SequenceGenerator(name = "outbox_seq", sequenceName = "outbox_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outbox_seq")
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "company_id")
    private long companyId;

    private String kind;
    private String recipient;
    private String content;
    private int attempts;

    @Column(name = "not_before")
    private Instant notBefore;

    private Instant until;

    @Column(name = "ended_at")
    private Instant endedAt;

    private String outcome;
    private String problem;

    @Column(name = "created_at")
    private Instant createdAt;

    protected OutboxItem() {}

    /** {@code content} is sealed; at most 32,000 characters. */
    public static OutboxItem post(
            long companyId, String publicId, String kind, String recipient, String content, Instant until, Instant at) {
        OutboxItem item = new OutboxItem();
        item.companyId = companyId;
        item.publicId = publicId;
        item.kind = kind;
        item.recipient = recipient;
        item.content = content;
        item.until = until;
        item.notBefore = at;
        item.createdAt = at;
        return item;
    }

    /** Whether it waits and may be tried. */
    public boolean due(Instant at) {
        return endedAt == null && !at.isBefore(notBefore);
    }

    /** Somebody tries it now. */
    public void take(Instant at) {
        attempts++;
        notBefore = at.plus(IN_HAND);
    }

    /** It did not leave: after a pause, doubled each time. @param said what the mail server did, at most 300 characters, or null */
    public void tryLater(String said, Instant at) {
        problem = said;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        notBefore = at.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    /** Sent, or given up. @param how a {@code MailOutcome}'s wire @param said what the mail server did, at most 300 characters, or null */
    public void end(String how, String said, Instant at) {
        endedAt = at;
        outcome = how;
        problem = said;
        content = null;
    }

    public Long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public String content() {
        return content;
    }

    public int attempts() {
        return attempts;
    }

    public Instant until() {
        return until;
    }

    public String kind() {
        return kind;
    }

    public String recipient() {
        return recipient;
    }

    /** A {@code MailOutcome}'s wire; null while it waits. */
    public String outcome() {
        return outcome;
    }

    /** What the mail server said last when it did not take it, or null. */
    public String problem() {
        return problem;
    }

    public Instant notBefore() {
        return notBefore;
    }

    /** Null while it waits. */
    public Instant endedAt() {
        return endedAt;
    }

    public Instant createdAt() {
        return createdAt;
    }
}

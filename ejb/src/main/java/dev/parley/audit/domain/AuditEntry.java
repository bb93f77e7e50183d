package dev.parley.audit.domain;

import dev.parley.audit.AuditSubject;
import dev.parley.shared.Caller;
import dev.parley.shared.InstantConverter;
import dev.parley.shared.PublicIds;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One administrative change. Written once; it has no method that changes it, and removing it fails. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {
    @Id
    @SequenceGenerator(name = "audit_entry_seq", sequenceName = "audit_entry_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_entry_seq")
    private Long id;

    @Column(name = "public_id", updatable = false)
    private String publicId;

    @Column(name = "company_id", updatable = false)
    private long companyId;

    @Column(updatable = false)
    @Convert(converter = InstantConverter.class)
    private Instant at;

    @Column(updatable = false)
    private String actor;

    @Column(name = "actor_name", updatable = false)
    private String actorName;

    @Column(updatable = false)
    private String address;

    @Column(updatable = false)
    private String kind;

    @Column(updatable = false)
    private String subject;

    @Column(name = "subject_name", updatable = false)
    private String subjectName;

    @Column(name = "before_json", updatable = false)
    private String before;

    @Column(name = "after_json", updatable = false)
    private String after;

    protected AuditEntry() {}

    /** @param before null for something new @param after null for something that went */
    public static AuditEntry write(
            Caller.Staff by, AuditSubject what, JsonObject before, JsonObject after, Instant at) {
        AuditEntry entry = new AuditEntry();
        entry.publicId = PublicIds.next();
        entry.companyId = by.companyId();
        entry.at = at;
        entry.actor = by.publicId();
        entry.actorName = by.signature();
        entry.address = by.address();
        entry.kind = what.kind().wire();
        entry.subject = what.id();
        entry.subjectName = what.name();
        entry.before = before == null ? null : before.toString();
        entry.after = after == null ? null : after.toString();
        return entry;
    }

    @PreUpdate
    @PreRemove
    void isForGood() {
        throw new IllegalStateException("the audit log is append-only");
    }

    public Long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public Instant at() {
        return at;
    }

    public String actor() {
        return actor;
    }

    public String actorName() {
        return actorName;
    }

    /** May be null. */
    public String address() {
        return address;
    }

    public String kind() {
        return kind;
    }

    public String subject() {
        return subject;
    }

    public String subjectName() {
        return subjectName;
    }

    /** JSON, or null for something new. */
    public String before() {
        return before;
    }

    /** JSON, or null for something that went. */
    public String after() {
        return after;
    }
}

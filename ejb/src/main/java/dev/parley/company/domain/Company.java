package dev.parley.company.domain;

import dev.parley.shared.PublicIds;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** The tenant that uses the desk. Nothing of one company is ever seen by another. A demo company has well-known passwords. */
@Entity
@Table(name = "company")
@NamedQuery(name = "Company.byPublicId", query = "select c from Company c where c.publicId = :publicId")
@NamedQuery(
        name = "Company.reasonOfSuspension",
        query = "select c.suspendedReason from Company c where c.id = :id and c.suspendedAt is not null")
@NamedQuery(name = "Company.suspended", query = "select c.id from Company c where c.suspendedAt is not null")
@NamedNativeQuery(
        name = "Company.people",
        query = "select count(*) from account where company_id = ?1 and active = true")
@NamedQuery(name = "Company.demos", query = "select count(c) from Company c where c.demo = true")
@NamedQuery(name = "Company.demoNamed", query = "select count(c) from Company c where c.demo = true and c.name = :name")
public class Company {
    @Id
    @SequenceGenerator(name = "company_seq", sequenceName = "company_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "company_seq")
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    private String name;
    private boolean demo;

    @Column(name = "created_at")
    private Instant createdAt;

    /** Grows with every change by an administrator; not JPA's own, which would grow unseen. */
    private long version;

    @Column(name = "suspended_at")
    private Instant suspendedAt;

    @Column(name = "suspended_reason")
    private String suspendedReason;

    protected Company() {}

    public static Company create(String name, boolean demo, Instant at) {
        Company company = new Company();
        company.publicId = PublicIds.next();
        company.name = name;
        company.demo = demo;
        company.createdAt = at;
        return company;
    }

    /** Calls itself so from now on. Also where only something that belongs to it changed: the version grows. */
    public void rename(String newName) {
        name = newName;
        version++;
    }

    /** Lets nobody in from now on, until it is taken up again. */
    public void suspend(String reason, Instant at) {
        suspendedAt = at;
        suspendedReason = reason;
    }

    /** Lets its people and visitors in again. */
    public void resume() {
        suspendedAt = null;
        suspendedReason = null;
    }

    /** Since when nobody of it is let in; null where they are. */
    public Instant suspendedAt() {
        return suspendedAt;
    }

    /** Why nobody of it is let in; null where they are. */
    public String suspendedReason() {
        return suspendedReason;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version;
    }

    public Long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public String name() {
        return name;
    }
}

package dev.parley.company.domain;

import dev.parley.shared.PublicIds;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** The tenant that uses the desk. Nothing of one company is ever seen by another. A demo company has well-known passwords. */
@Entity
@Table(name = "company")
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

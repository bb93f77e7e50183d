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

/** The group to which work is routed. Its people are its {@link DepartmentMember}s; {@code position} orders departments for reading. */
@Entity
@Table(name = "department")
@NamedQuery(
        name = "Department.ofCompany",
        query = "select d from Department d where d.companyId = :companyId order by d.position, d.id")
@NamedQuery(
        name = "Department.byPublicId",
        query = "select d from Department d where d.companyId = :companyId and d.publicId = :publicId")
@NamedQuery(
        name = "Department.byId",
        query = "select d from Department d where d.companyId = :companyId and d.id = :id")
public class Department {
    @Id
    @SequenceGenerator(name = "department_seq", sequenceName = "department_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "department_seq")
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "company_id")
    private long companyId;

    private String name;
    private int position;

    @Column(name = "tags_required")
    private boolean tagsRequired;

    protected Department() {}

    public static Department create(long companyId, String name, int position) {
        Department department = new Department();
        department.publicId = PublicIds.next();
        department.companyId = companyId;
        department.name = name;
        department.position = position;
        return department;
    }

    public Long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public long companyId() {
        return companyId;
    }

    public String name() {
        return name;
    }

    /** Whether a conversation of it must have a tag before an agent closes it. */
    public boolean tagsRequired() {
        return tagsRequired;
    }

    public void requireTags(boolean required) {
        tagsRequired = required;
    }
}

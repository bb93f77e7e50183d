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

/**
 * The group to which work is routed. Its people are its {@link DepartmentMember}s; {@code position} orders departments for reading. It is
 * never deleted: archived it takes nothing new, what would come to it goes to its successor, and it can be taken up again.
 */
@Entity
@Table(name = "department")
@NamedQuery(
        name = "Department.ofCompany",
        query =
                "select d from Department d where d.companyId = :companyId and d.archivedAt is null order by d.position, d.id")
@NamedQuery(
        name = "Department.all",
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

    @Column(name = "archived_at")
    private Instant archivedAt;

    @Column(name = "successor_id")
    private Long successorId;

    /** Grows with every change by an administrator; not JPA's own, which would grow unseen. */
    private long version;

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
        version++;
    }

    /** Is called so from now on. */
    public void rename(String newName) {
        name = newName;
        version++;
    }

    /** Who belongs to it has changed. */
    public void membersChanged() {
        version++;
    }

    /** Stands at this place of the list. */
    public void moveTo(int newPosition) {
        position = newPosition;
    }

    /** Takes nothing new from now on; what would come goes there. */
    public void archive(Department successor, Instant at) {
        archivedAt = at;
        successorId = successor.id();
        version++;
    }

    /** What would have come to it goes one further: its successor is archived too. */
    public void succeedBy(Department successor) {
        successorId = successor.id();
    }

    /** Takes new conversations again. */
    public void restore() {
        archivedAt = null;
        successorId = null;
        version++;
    }

    public boolean archived() {
        return archivedAt != null;
    }

    /** Where that goes which would come to it while it is archived, or null. */
    public Long successorId() {
        return successorId;
    }

    public int position() {
        return position;
    }

    public long version() {
        return version;
    }
}

package dev.parley.canned.domain;

import dev.parley.shared.PublicIds;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.Objects;

/** A prepared answer that agents call by its shortcut. What was sent with its help is the message's own: it may go at any time. */
@Entity
@Table(name = "canned_response")
@NamedQuery(
        name = "CannedResponse.ofCompany",
        query = "select c from CannedResponse c where c.companyId = :companyId order by c.shortcut, c.id")
public class CannedResponse {
    @Id
    @SequenceGenerator(name = "canned_response_seq", sequenceName = "canned_response_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "canned_response_seq")
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "company_id")
    private long companyId;

    private String shortcut;

    @Column(name = "department_id")
    private Long departmentId;

    private String text;
    private long version;

    /** Its shortcut while it is moved aside. */
    @Transient
    private String formerly;

    protected CannedResponse() {}

    public static CannedResponse create(long companyId) {
        CannedResponse response = new CannedResponse();
        response.publicId = PublicIds.next();
        response.companyId = companyId;
        return response;
    }

    /**
     * Says this from now on.
     *
     * @param newDepartmentId null for all departments
     * @param speaksAnew whether its text in any language is another one
     */
    public void write(String newShortcut, Long newDepartmentId, String newText, boolean speaksAnew) {
        String known = formerly == null ? shortcut : formerly;
        boolean same = newShortcut.equals(known) && Objects.equals(departmentId, newDepartmentId) && !speaksAnew;
        shortcut = newShortcut;
        departmentId = newDepartmentId;
        text = newText;
        if (!same) version++;
    }

    /** Its shortcut is free from now on; it gets another one in the same transaction. */
    public void moveAside() {
        formerly = shortcut;
        shortcut = publicId;
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

    public String shortcut() {
        return shortcut;
    }

    public Long departmentId() {
        return departmentId;
    }

    public String text() {
        return text;
    }

    public long version() {
        return version;
    }
}

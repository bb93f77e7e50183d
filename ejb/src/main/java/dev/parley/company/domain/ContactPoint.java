package dev.parley.company.domain;

import dev.parley.company.ContactPointView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A phone number, an e-mail address or a web address of a {@link Location}. */
@Entity
@Table(name = "contact_point")
@NamedQuery(
        name = "ContactPoint.ofCompany",
        query = "select p from ContactPoint p where p.companyId = :companyId order by p.locationId, p.position")
@NamedQuery(name = "ContactPoint.deleteOfCompany", query = "delete from ContactPoint p where p.companyId = :companyId")
public class ContactPoint {
    /** What it is. */
    public static final String PHONE = "phone";

    public static final String EMAIL = "email";
    public static final String LINK = "link";

    @Id
    @SequenceGenerator(name = "contact_point_seq", sequenceName = "contact_point_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "contact_point_seq")
    private Long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "location_id")
    private long locationId;

    private int position;
    private String kind;
    private String label;
    private String text;
    private boolean shown;

    protected ContactPoint() {}

    public static ContactPoint create(Location at, int position, String kind, ContactPointView said) {
        ContactPoint point = new ContactPoint();
        point.companyId = at.companyId();
        point.locationId = at.id();
        point.position = position;
        point.kind = kind;
        point.label = said.label();
        point.text = said.value();
        point.shown = said.shown();
        return point;
    }

    public long locationId() {
        return locationId;
    }

    public String kind() {
        return kind;
    }

    /** What it is for, or null. */
    public String label() {
        return label;
    }

    public String text() {
        return text;
    }

    public boolean shown() {
        return shown;
    }
}

package dev.parley.company.domain;

import dev.parley.company.LocationView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A place of a company. A company's places are written anew together, so that their order is what somebody saw. */
@Entity
@Table(name = "location")
@NamedQuery(
        name = "Location.ofCompany",
        query = "select l from Location l where l.companyId = :companyId order by l.position")
@NamedQuery(name = "Location.deleteOfCompany", query = "delete from Location l where l.companyId = :companyId")
public class Location {
    @Id
    @SequenceGenerator(name = "location_seq", sequenceName = "location_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "location_seq")
    private Long id;

    @Column(name = "company_id")
    private long companyId;

    private int position;
    private String name;
    private String address;
    private boolean shown;

    protected Location() {}

    public static Location create(long companyId, int position, LocationView said) {
        Location location = new Location();
        location.companyId = companyId;
        location.position = position;
        location.name = said.name();
        location.address = said.address();
        location.shown = said.shown();
        return location;
    }

    public Long id() {
        return id;
    }

    public long companyId() {
        return companyId;
    }

    public String name() {
        return name;
    }

    /** May be null. */
    public String address() {
        return address;
    }

    public boolean shown() {
        return shown;
    }
}

package dev.parley.company;

import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.company.domain.Company;
import dev.parley.company.domain.ContactPoint;
import dev.parley.company.domain.Location;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import dev.parley.shared.NotFound;
import dev.parley.shared.Outdated;
import dev.parley.shared.Permission;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** A company's name and where it can be reached: written by its administrators, shown to its visitors. */
@Stateless
@PermitAll
public class Contacts {
    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    AuditTrail audit;

    /** All of the caller's company. */
    public ContactView get(Caller caller) {
        long company = caller.require(Permission.EDIT_COMPANY).companyId();
        return view(company(company, LockModeType.NONE));
    }

    /** What the company's visitors may see: the places that are shown with what is shown of them. */
    public List<LocationView> shown(long companyId) {
        return locations(companyId).stream()
                .filter(LocationView::shown)
                .map(LocationView::forVisitors)
                .toList();
    }

    /**
     * Writes the name and all places anew.
     *
     * @param said with the version that was read, or a negative one to write whatever stands there
     * @throws Invalid naming what does not fit: at most 20 locations with 20 phones, e-mails and links each
     * @throws Outdated if somebody else changed it since that version was read
     */
    public ContactView replace(Caller caller, ContactView said) {
        Caller.Staff me = caller.require(Permission.EDIT_COMPANY);
        String name = ContactRules.name(said.name());
        List<LocationView> locations = ContactRules.locations(said.locations());
        Company company = company(me.companyId(), LockModeType.PESSIMISTIC_WRITE);
        Outdated.check(said.version(), company.version());
        ContactView before = view(company);
        if (before.name().equals(name) && before.locations().equals(locations)) return before;
        company.rename(name);
        write(company.id(), locations);
        ContactView after = view(company);
        audit.record(me, new AuditSubject(AuditKind.COMPANY, company.publicId(), name), json(before), json(after));
        return after;
    }

    private void write(long companyId, List<LocationView> locations) {
        for (String query : List.of("ContactPoint.deleteOfCompany", "Location.deleteOfCompany")) {
            em.createNamedQuery(query).setParameter("companyId", companyId).executeUpdate();
        }
        for (int i = 0; i < locations.size(); i++) keep(em, companyId, i, locations.get(i));
    }

    /** Adds a place to a company. */
    public static void keep(EntityManager em, long companyId, int position, LocationView said) {
        Location location = Location.create(companyId, position, said);
        em.persist(location);
        em.flush();
        keep(em, location, ContactPoint.PHONE, said.phones());
        keep(em, location, ContactPoint.EMAIL, said.emails());
        keep(em, location, ContactPoint.LINK, said.links());
        em.flush();
    }

    private static void keep(EntityManager em, Location at, String kind, List<ContactPointView> points) {
        for (int i = 0; i < points.size(); i++) em.persist(ContactPoint.create(at, i, kind, points.get(i)));
    }

    private Company company(long id, LockModeType lock) {
        Company company = em.find(Company.class, id, lock);
        if (company == null) throw new NotFound("There is no such company.");
        if (lock != LockModeType.NONE) em.refresh(company);
        return company;
    }

    private ContactView view(Company company) {
        return new ContactView(company.name(), locations(company.id()), company.version());
    }

    private List<LocationView> locations(long companyId) {
        List<ContactPoint> points = em.createNamedQuery("ContactPoint.ofCompany", ContactPoint.class)
                .setParameter("companyId", companyId)
                .getResultList();
        return em.createNamedQuery("Location.ofCompany", Location.class)
                .setParameter("companyId", companyId)
                .getResultStream()
                .map(l -> new LocationView(
                        l.name(),
                        l.address(),
                        l.shown(),
                        points(points, l, ContactPoint.PHONE),
                        points(points, l, ContactPoint.EMAIL),
                        points(points, l, ContactPoint.LINK)))
                .toList();
    }

    private static List<ContactPointView> points(List<ContactPoint> all, Location at, String kind) {
        return all.stream()
                .filter(p -> p.locationId() == at.id() && p.kind().equals(kind))
                .map(p -> new ContactPointView(p.label(), p.text(), p.shown()))
                .toList();
    }

    private static JsonObject json(ContactView view) {
        var locations = Json.createArrayBuilder();
        for (LocationView l : view.locations()) {
            var location = Json.createObjectBuilder().add("name", l.name()).add("shown", l.shown());
            if (l.address() != null) location.add("address", l.address());
            locations.add(location.add("phones", json(l.phones()))
                    .add("emails", json(l.emails()))
                    .add("links", json(l.links())));
        }
        return Json.createObjectBuilder()
                .add("name", view.name())
                .add("locations", locations)
                .build();
    }

    private static JsonArrayBuilder json(List<ContactPointView> points) {
        var array = Json.createArrayBuilder();
        for (ContactPointView p : points) {
            var point = Json.createObjectBuilder().add("value", p.value()).add("shown", p.shown());
            if (p.label() != null) point.add("label", p.label());
            array.add(point);
        }
        return array;
    }
}

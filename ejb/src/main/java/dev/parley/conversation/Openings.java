package dev.parley.conversation;

import dev.parley.company.Availability;
import dev.parley.company.PagePattern;
import dev.parley.shared.Caller;
import dev.parley.shared.NotFound;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Where a new conversation goes. */
@Stateless
@PermitAll
public class Openings {
    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    private final Instance<Availability> availability;

    protected Openings() {
        this(null);
    }

    @Inject
    public Openings(Instance<Availability> availability) {
        this.availability = availability;
    }

    /** @param attended whether somebody is there to chat; else the conversation is a message left @param previousId what it continues */
    public record Place(long departmentId, boolean attended, Long previousId) {}

    /**
     * @param previous public id of a closed conversation of the visitor that this one continues, or null
     * @param department public id, or null for the previous one's, the page's or the site's own; for an archived one its successor takes it
     * @throws NotFound if the company has no such department
     */
    public Place place(Caller.Visitor visitor, String previous, String department) {
        Long previousId = null;
        Long departmentId = null;
        if (previous != null) {
            Object[] row = (Object[]) only(
                    "select c.id, coalesce(d.successor_id, d.id) from conversation c join department d on d.id = c.department_id"
                            + " where c.public_id = ?1 and c.visitor_id = ?2",
                    "conversation",
                    previous,
                    visitor.visitorId());
            previousId = ((Number) row[0]).longValue();
            departmentId = ((Number) row[1]).longValue();
        }
        if (department != null) {
            departmentId = number(only(
                    "select coalesce(successor_id, id) from department where public_id = ?1 and company_id = ?2",
                    "department",
                    department,
                    visitor.companyId()));
        } else if (departmentId == null) {
            departmentId = ofPage(visitor);
        }
        return new Place(
                departmentId,
                availability.get().attended(visitor.companyId(), visitor.siteId(), departmentId),
                previousId);
    }

    /** Where conversations go that are begun on the page on which the visitor is; else the site's own. */
    private Long ofPage(Caller.Visitor visitor) {
        List<?> rows = em.createNativeQuery(
                        "select r.pattern, coalesce(d.successor_id, d.id), v.page_url from site_route r"
                                + " join department d on d.id = r.department_id join visitor v on v.site_id = r.site_id"
                                + " where r.site_id = ?1 and v.id = ?2 order by r.position")
                .setParameter(1, visitor.siteId())
                .setParameter(2, visitor.visitorId())
                .getResultList();
        for (Object row : rows) {
            Object[] route = (Object[]) row;
            if (new PagePattern((String) route[0]).matchesAddress((String) route[2])) return number(route[1]);
        }
        return number(only(
                "select coalesce(d.successor_id, d.id) from site s join department d on d.id = s.default_department_id where s.id = ?1",
                "site",
                visitor.siteId()));
    }

    private Object only(String sql, String what, Object... parameters) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) query.setParameter(i + 1, parameters[i]);
        List<?> rows = query.getResultList();
        if (rows.isEmpty()) throw new NotFound("There is no such " + what + ".");
        return rows.get(0);
    }

    private static Long number(Object value) {
        return ((Number) (value instanceof Object[] row ? row[0] : value)).longValue();
    }
}

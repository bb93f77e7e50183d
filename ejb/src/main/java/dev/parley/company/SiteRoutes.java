package dev.parley.company;

import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The rows that say which pages' conversations go to which department, in the caller's transaction. */
@Dependent
class SiteRoutes {
    static final int MOST = 20;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    public List<SiteRoute> of(long siteId) {
        List<?> rows = em.createNativeQuery("select r.pattern, d.public_id, d.name from site_route r"
                        + " join department d on d.id = r.department_id where r.site_id = ?1 order by r.position")
                .setParameter(1, siteId)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new SiteRoute(new PagePattern((String) r[0]), (String) r[1], (String) r[2]))
                .toList();
    }

    /** @throws NotFound if the company has no such department */
    public void replace(long companyId, long siteId, List<SiteRoute> routes) {
        if (routes.size() > MOST) throw new Invalid("There are at most " + MOST + " pages with a department.");
        em.createNativeQuery("delete from site_route where site_id = ?1")
                .setParameter(1, siteId)
                .executeUpdate();
        for (int i = 0; i < routes.size(); i++) {
            int written = em.createNativeQuery(
                            "insert into site_route (site_id, company_id, position, pattern, department_id)"
                                    + " select s.id, s.company_id, ?1, cast(?2 as varchar(200)), d.id from site s"
                                    + " join department d on d.company_id = s.company_id where s.id = ?3 and s.company_id = ?4 and d.public_id = ?5")
                    .setParameter(1, i)
                    .setParameter(2, routes.get(i).pattern().text())
                    .setParameter(3, siteId)
                    .setParameter(4, companyId)
                    .setParameter(5, routes.get(i).department())
                    .executeUpdate();
            if (written == 0) throw new NotFound("There is no such department.");
        }
    }
}

package dev.parley.company;

import dev.parley.shared.Moments;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** The rows behind the sightings, written in the caller's transaction. */
@Dependent
class SightingBook {
    /** Of one site. Whoever sends made-up pages pushes out made-up pages first: what is not allowed and was seen longest ago. */
    static final int MOST = 50;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    public void write(long siteId, String origin, Instant at) {
        OffsetDateTime when = Moments.toColumn(at);
        int known = em.createNativeQuery("update site_sighting set last_seen = greatest(last_seen, ?1)"
                        + " where site_id = ?2 and origin = ?3")
                .setParameter(1, when)
                .setParameter(2, siteId)
                .setParameter(3, origin)
                .executeUpdate();
        if (known > 0) return;
        em.createNativeQuery("insert into site_sighting (site_id, company_id, origin, first_seen, last_seen)"
                        + " values (?1, (select company_id from site where id = ?1), ?2, ?3, ?3)")
                .setParameter(1, siteId)
                .setParameter(2, origin)
                .setParameter(3, when)
                .executeUpdate();
    }

    /** Takes away what is too many. @param allowed what must go last */
    public void trim(long siteId, List<OriginPattern> allowed) {
        List<Sighting> all = of(siteId, allowed);
        if (all.size() <= MOST) return;
        List<Sighting> strangersFirst = all.stream()
                .sorted((a, b) -> a.allowed() != b.allowed()
                        ? Boolean.compare(a.allowed(), b.allowed())
                        : a.lastSeen().compareTo(b.lastSeen()))
                .limit(all.size() - MOST)
                .toList();
        for (Sighting gone : strangersFirst) {
            em.createNativeQuery("delete from site_sighting where site_id = ?1 and origin = ?2")
                    .setParameter(1, siteId)
                    .setParameter(2, gone.origin())
                    .executeUpdate();
        }
    }

    /** All of a site, last seen first. */
    public List<Sighting> of(long siteId, List<OriginPattern> allowed) {
        List<?> rows = em.createNativeQuery("select origin, first_seen, last_seen from site_sighting where site_id = ?1"
                        + " order by last_seen desc, origin")
                .setParameter(1, siteId)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Sighting(
                        (String) r[0],
                        Moments.ofColumn(r[1]),
                        Moments.ofColumn(r[2]),
                        allowed.stream().anyMatch(p -> p.matches((String) r[0]))))
                .toList();
    }
}

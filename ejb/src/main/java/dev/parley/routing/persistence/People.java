package dev.parley.routing.persistence;

import dev.parley.shared.PublicIds;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Keys of the public ids that a transfer names. */
@Dependent
public class People {
    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** A colleague who may answer. */
    public Optional<Long> agent(long companyId, String publicId) {
        return key("""
                select a.id from account a
                 where a.company_id = ?1 and a.public_id = ?2 and a.active = true
                   and a.role in ('agent', 'supervisor', 'administrator', 'owner')
                """, companyId, publicId);
    }

    /** A department that is not archived. */
    public Optional<Long> department(long companyId, String publicId) {
        return key(
                "select id from department where company_id = ?1 and public_id = ?2 and archived_at is null",
                companyId,
                publicId);
    }

    private Optional<Long> key(String sql, long companyId, String publicId) {
        if (!PublicIds.plausible(publicId)) return Optional.empty();
        List<?> rows = em.createNativeQuery(sql)
                .setParameter(1, companyId)
                .setParameter(2, publicId)
                .getResultList();
        return rows.stream().findFirst().map(key -> ((Number) key).longValue());
    }
}

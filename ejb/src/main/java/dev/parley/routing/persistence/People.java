package dev.parley.routing.persistence;

import dev.parley.shared.PublicIds;
import dev.parley.shared.RowLock;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Keys of the public ids that a transfer names, and names for the audit log. */
@Dependent
public class People {
    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** A colleague who may answer. */
    public Optional<Long> agent(long companyId, String publicId) {
        return key("""
                select a.id from account a left join own_role r on r.id = a.own_role_id
                 where a.company_id = ?1 and a.public_id = ?2 and a.active = true
                   and (a.role in ('agent', 'supervisor', 'administrator', 'owner')
                     or r.permissions like '% answer-conversations %')
                """, companyId, publicId);
    }

    /** A department that is not archived. */
    public Optional<Long> department(long companyId, String publicId) {
        return key(
                "select id from department where company_id = ?1 and public_id = ?2 and archived_at is null",
                companyId,
                publicId);
    }

    /** The agent's name, under a lock to the end of the transaction: two who change the agent's skills come one after the other. */
    public String lockAgent(long key) {
        RowLock.ACCOUNT.take(em, key);
        return (String) em.createNativeQuery("select name from account where id = ?1")
                .setParameter(1, key)
                .getSingleResult();
    }

    /** The department's name, under a lock to the end of the transaction. */
    public String lockDepartment(long key) {
        RowLock.DEPARTMENT.take(em, key);
        return (String) em.createNativeQuery("select name from department where id = ?1")
                .setParameter(1, key)
                .getSingleResult();
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

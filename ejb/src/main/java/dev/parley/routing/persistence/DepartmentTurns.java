package dev.parley.routing.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Whose turn it was last in a department's round robin. */
@Dependent
public class DepartmentTurns {
    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** It was the locked agent's turn: everybody else comes before the next one. */
    public void taken(long companyId, long departmentId, long accountId) {
        Object turn =
                em.createNativeQuery("select nextval('department_turn_seq')").getSingleResult();
        int known = em.createNativeQuery(
                        "update department_turn set turn = ?3 where department_id = ?1 and account_id = ?2")
                .setParameter(1, departmentId)
                .setParameter(2, accountId)
                .setParameter(3, ((Number) turn).longValue())
                .executeUpdate();
        if (known > 0) return;
        em.createNativeQuery(
                        "insert into department_turn (department_id, account_id, company_id, turn) values (?1, ?2, ?3, ?4)")
                .setParameter(1, departmentId)
                .setParameter(2, accountId)
                .setParameter(3, companyId)
                .setParameter(4, ((Number) turn).longValue())
                .executeUpdate();
    }
}

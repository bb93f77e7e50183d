package dev.parley.routing.persistence;

import dev.parley.shared.Database;
import dev.parley.shared.Migration;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Lets one node after the other offer what waits in a company. It only saves that several nodes think about the same at once and all but one
 * in vain: that nothing is offered twice is what the locks of the rows are for. On H2 there is one node.
 */
@Dependent
public class DrainTurn {
    /** The first half of the advisory lock's key; the second is the company. */
    private static final int OFFERING = 0x0FFE;

    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    @Inject
    private Migration migration;

    /** @return whether it is this transaction's turn, to its end; false while another one has it */
    public boolean take(long companyId) {
        if (migration.database() != Database.POSTGRESQL) return true;
        Object taken = em.createNativeQuery("select pg_try_advisory_xact_lock(?1, ?2)")
                .setParameter(1, OFFERING)
                .setParameter(2, (int) companyId)
                .getSingleResult();
        return (Boolean) taken;
    }
}

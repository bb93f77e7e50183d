package dev.parley.shared;

import jakarta.persistence.EntityManager;
import org.eclipse.persistence.jpa.JpaEntityManager;

/**
 * Lets those who change a row of a table that many others refer to come one after the other, to the end of their transactions, and stops
 * nobody who merely refers to it. On PostgreSQL JPA's pessimistic write is {@code for update}, for which every new conversation, event and
 * offer of a department would wait while an administrator changes who belongs to it, and the two can wait for each other (seen in the storm
 * of {@code bench/run routing}). Not for what must see or stop new references, such as the end of an account's sessions.
 *
 * @see <a href="https://www.postgresql.org/docs/15/explicit-locking.html#LOCKING-ROWS">PostgreSQL, Row-Level Locks</a>
 */
public enum RowLock {
    ACCOUNT,
    COMPANY,
    DEPARTMENT,
    SITE,
    VISITOR;

    /**
     * What an entity manager has read of the row before may be out of date now: refresh it.
     *
     * @throws jakarta.persistence.NoResultException if there is no such row
     */
    public void take(EntityManager em, long id) {
        em.createNativeQuery(
                        "select id from " + name().toLowerCase(java.util.Locale.ROOT) + " where id = ?1" + strength(em))
                .setParameter(1, id)
                .getSingleResult();
    }

    /** H2 has one strength only, and its foreign keys do not wait for it. */
    private static String strength(EntityManager em) {
        boolean weaker = em.unwrap(JpaEntityManager.class)
                .getAbstractSession()
                .getPlatform()
                .isPostgreSQL();
        return weaker ? " for no key update" : " for update";
    }
}

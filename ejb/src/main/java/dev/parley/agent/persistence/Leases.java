package dev.parley.agent.persistence;

import dev.parley.shared.Moments;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;

/** Which node has live sockets of which agent. A node writes only its own rows. */
@Dependent
public class Leases {
    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** An agent of a company, as the sweep finds it. */
    public record Holder(long companyId, long accountId) {}

    /** The node has so many sockets of the agent now. */
    public void write(Holder agent, String node, int sockets, Instant at) {
        if (update(agent, node, sockets, at) == 0) insert(agent, node, sockets, at);
    }

    private int update(Holder agent, String node, int sockets, Instant at) {
        return em.createNativeQuery(
                        "update agent_lease set sockets = ?1, renewed_at = ?2 where account_id = ?3 and node = ?4")
                .setParameter(1, sockets)
                .setParameter(2, Moments.toColumn(at))
                .setParameter(3, agent.accountId())
                .setParameter(4, node)
                .executeUpdate();
    }

    /** A renewal may do the same at once; the next one writes what is true by then. */
    private void insert(Holder agent, String node, int sockets, Instant at) {
        em.createNativeQuery("""
                        insert into agent_lease (account_id, company_id, node, sockets, renewed_at)
                        values (?1, ?2, ?3, ?4, ?5) on conflict do nothing
                        """)
                .setParameter(1, agent.accountId())
                .setParameter(2, agent.companyId())
                .setParameter(3, node)
                .setParameter(4, sockets)
                .setParameter(5, Moments.toColumn(at))
                .executeUpdate();
    }

    /** Whether some node has a socket of the agent and said so after {@code liveAfter}. */
    public boolean live(long accountId, Instant liveAfter) {
        return count(
                        "select count(*) from agent_lease where account_id = ?1 and sockets > 0 and renewed_at > ?2",
                        accountId,
                        liveAfter)
                > 0;
    }

    /** Whether the connection was lost: there are leases, and none was renewed after {@code graceEnd}. */
    public boolean lost(long accountId, Instant graceEnd) {
        return count("select count(*) from agent_lease where account_id = ?1 and renewed_at > ?2", accountId, graceEnd)
                == 0;
    }

    private long count(String sql, long accountId, Instant after) {
        Object found = em.createNativeQuery(sql)
                .setParameter(1, accountId)
                .setParameter(2, Moments.toColumn(after))
                .getSingleResult();
        return ((Number) found).longValue();
    }

    /** Agents with at least one lease not renewed after {@code graceEnd}, at most 100. */
    public List<Holder> expired(Instant graceEnd) {
        return holders(em.createNativeQuery(
                        "select distinct company_id, account_id from agent_lease where renewed_at <= ?1 order by account_id")
                .setParameter(1, Moments.toColumn(graceEnd))
                .setMaxResults(100));
    }

    /** Agents of whom the node's row says that it has sockets. */
    public List<Holder> of(String node) {
        return holders(em.createNativeQuery(
                        "select distinct company_id, account_id from agent_lease where node = ?1 and sockets > 0")
                .setParameter(1, node));
    }

    @SuppressWarnings("unchecked")
    private static List<Holder> holders(Query query) {
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Holder(((Number) row[0]).longValue(), ((Number) row[1]).longValue()))
                .toList();
    }

    /** Forgets the agent's leases not renewed after {@code graceEnd}. @return how many there were */
    public int forget(long accountId, Instant graceEnd) {
        return em.createNativeQuery("delete from agent_lease where account_id = ?1 and renewed_at <= ?2")
                .setParameter(1, accountId)
                .setParameter(2, Moments.toColumn(graceEnd))
                .executeUpdate();
    }
}

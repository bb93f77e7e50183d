package dev.parley.routing.persistence;

import dev.parley.shared.Moments;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What agents have in hand, what they are being asked, and what they refused. */
@Dependent
public class Workload {
    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** How often an agent refused a conversation, and when last. */
    public record Refusals(int count, Instant last) {
        public static final Refusals NONE = new Refusals(0, null);
    }

    /** Open conversations of each agent who has any. */
    public Map<Long, Integer> inHand(Collection<Long> agents) {
        return counts("select agent_id, count(*) from conversation where status = 'open' and agent_id in ("
                + list(agents) + ") group by agent_id");
    }

    /** Open offers of each agent who has any. */
    public Map<Long, Integer> offered(Collection<Long> agents) {
        return counts("select account_id, count(*) from offer where ended_at is null and account_id in (" + list(agents)
                + ") group by account_id");
    }

    /** What the agent holds and is asked about, this conversation aside. True only under the agent's lock. */
    public int besides(long conversationId, long accountId) {
        Object count = em.createNativeQuery("""
                        select (select count(*) from conversation c
                                 where c.agent_id = ?1 and c.status = 'open' and c.id <> ?2)
                             + (select count(*) from offer o
                                 where o.account_id = ?1 and o.ended_at is null and o.conversation_id <> ?2)
                        """)
                .setParameter(1, accountId)
                .setParameter(2, conversationId)
                .getSingleResult();
        return ((Number) count).intValue();
    }

    /** Who of {@code agents} is a member of the department. */
    public Set<Long> members(long departmentId, Collection<Long> agents) {
        List<?> rows = em.createNativeQuery(
                        "select account_id from department_member where department_id = ?1 and account_id in ("
                                + list(agents) + ")")
                .setParameter(1, departmentId)
                .getResultList();
        return keys(rows);
    }

    /** The departments that any of {@code agents} belongs to, each with those who do. */
    @SuppressWarnings("unchecked")
    public Map<Long, Set<Long>> memberships(long companyId, Collection<Long> agents) {
        if (agents.isEmpty()) return Map.of();
        List<Object[]> rows = em.createNativeQuery(
                        "select department_id, account_id from department_member where company_id = ?1 and account_id in ("
                                + list(agents) + ")")
                .setParameter(1, companyId)
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> ((Number) row[0]).longValue(),
                        Collectors.mapping(row -> ((Number) row[1]).longValue(), Collectors.toSet())));
    }

    public boolean member(long departmentId, long accountId) {
        return members(departmentId, List.of(accountId)).contains(accountId);
    }

    /** Who declined or missed the conversation. */
    @SuppressWarnings("unchecked")
    public Map<Long, Refusals> refusals(long conversationId) {
        List<Object[]> rows =
                em.createNativeQuery("""
                        select account_id, count(*), max(ended_at) from offer
                         where conversation_id = ?1 and outcome in ('declined', 'missed') group by account_id
                        """).setParameter(1, conversationId).getResultList();
        var found = new HashMap<Long, Refusals>();
        for (Object[] row : rows) {
            found.put(
                    ((Number) row[0]).longValue(),
                    new Refusals(((Number) row[1]).intValue(), Moments.ofColumn(row[2])));
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private Map<Long, Integer> counts(String sql) {
        List<Object[]> rows = em.createNativeQuery(sql).getResultList();
        var counts = new HashMap<Long, Integer>();
        for (Object[] row : rows) counts.put(((Number) row[0]).longValue(), ((Number) row[1]).intValue());
        return counts;
    }

    private static Set<Long> keys(List<?> rows) {
        return rows.stream().map(row -> ((Number) row).longValue()).collect(Collectors.toCollection(HashSet::new));
    }

    /** Keys are numbers of ours, so they may stand in the text. */
    private static String list(Collection<Long> keys) {
        return keys.isEmpty() ? "-1" : keys.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}

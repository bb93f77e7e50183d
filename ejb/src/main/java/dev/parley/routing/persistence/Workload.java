package dev.parley.routing.persistence;

import dev.parley.routing.Abilities;
import dev.parley.routing.SkillSet;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What agents have in hand, what they are being asked, and what they can. */
@Dependent
public class Workload {
    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** What an agent has in hand, is being asked about, and can. */
    public record Load(int inHand, int offered, Abilities abilities) {
        public static final Load NONE = new Load(0, 0, Abilities.NONE);

        /** Of the capacity, in use. */
        public int places() {
            return inHand + offered;
        }
    }

    /** Of each agent who has or can anything. */
    @SuppressWarnings("unchecked")
    public Map<Long, Load> of(Collection<Long> agents) {
        var lists = new KeyList(1);
        String keys = lists.of(agents);
        List<Object[]> rows = lists.in(em.createNativeQuery(
                        "select 'in hand' as kind, agent_id as agent, count(*) as n, '' as name from conversation"
                                + " where status = 'open' and agent_id in (" + keys + ") group by agent_id"
                                + " union all select 'offered', account_id, count(*), '' from offer"
                                + " where ended_at is null and account_id in (" + keys + ") group by account_id"
                                + " union all select 'skill', account_id, level, name from agent_skill"
                                + " where account_id in (" + keys + ")"
                                + " union all select 'languages', id, 0, spoken from account"
                                + " where spoken is not null and id in (" + keys + ")"))
                .getResultList();
        Map<Long, List<Object[]>> byAgent =
                rows.stream().collect(Collectors.groupingBy(row -> ((Number) row[1]).longValue()));
        return byAgent.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> load(one.getValue())));
    }

    private static Load load(List<Object[]> rows) {
        int inHand = 0;
        int offered = 0;
        var skills = new HashMap<String, Integer>();
        var languages = new HashSet<String>();
        for (Object[] row : rows) {
            int number = ((Number) row[2]).intValue();
            switch (row[0].toString().strip()) {
                case "in hand" -> inHand = number;
                case "offered" -> offered = number;
                case "skill" -> skills.put((String) row[3], number);
                case "languages" -> languages.addAll(List.of(((String) row[3]).split(",")));
                default -> throw new IllegalArgumentException("no such kind: " + row[0]);
            }
        }
        return new Load(inHand, offered, new Abilities(new SkillSet(skills), languages));
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
        var keys = new KeyList(2);
        List<?> rows = keys.in(em.createNativeQuery(
                        "select account_id from department_member where department_id = ?1 and account_id in ("
                                + keys.of(agents) + ")"))
                .setParameter(1, departmentId)
                .getResultList();
        return keys(rows);
    }

    /** The departments that any of {@code agents} belongs to, each with those who do. */
    @SuppressWarnings("unchecked")
    public Map<Long, Set<Long>> memberships(long companyId, Collection<Long> agents) {
        if (agents.isEmpty()) return Map.of();
        var keys = new KeyList(2);
        List<Object[]> rows = keys.in(em.createNativeQuery(
                        "select department_id, account_id from department_member where company_id = ?1 and account_id in ("
                                + keys.of(agents) + ")"))
                .setParameter(1, companyId)
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> ((Number) row[0]).longValue(),
                        Collectors.mapping(row -> ((Number) row[1]).longValue(), Collectors.toSet())));
    }

    /** The departments of which somebody who takes conversations is AVAILABLE, if not connected then so lately that it does not count as lost. */
    public Set<Long> held(long companyId) {
        List<?> rows = em.createNativeQuery("""
                        select distinct m.department_id from department_member m
                          join agent_presence p on p.account_id = m.account_id
                          join agent_lease l on l.account_id = m.account_id
                         where m.company_id = ?1 and p.status = 'available' and p.capacity > 0
                        """).setParameter(1, companyId).getResultList();
        return keys(rows);
    }

    public boolean member(long departmentId, long accountId) {
        return members(departmentId, List.of(accountId)).contains(accountId);
    }

    private static Set<Long> keys(List<?> rows) {
        return rows.stream().map(row -> ((Number) row).longValue()).collect(Collectors.toCollection(HashSet::new));
    }
}

package dev.parley.routing.persistence;

import dev.parley.routing.Strategy;
import dev.parley.shared.Moments;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What routing still knew of the time before a day when the day began, and what is known only of now: who belongs where. */
@Dependent
public class DayBefore {
    /** Further back nobody is idle or asked. */
    private static final Duration LATELY = Duration.ofHours(24);

    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** Who belongs to each of the company's departments by now. */
    public Map<Long, Set<Long>> members(long companyId) {
        var members = new HashMap<Long, Set<Long>>();
        for (Object[] row :
                rows("select department_id, account_id from department_member where company_id = ?1", companyId)) {
            members.computeIfAbsent(number(row[0]), department -> new HashSet<>())
                    .add(number(row[1]));
        }
        return members;
    }

    /** When each agent got or ended something last; without it where that was more than a day before. */
    public Map<Long, Instant> idleSince(long companyId, Instant from) {
        var since = new HashMap<Long, Instant>();
        for (Object[] row : rows("""
                select agent_id, max(at) from conversation_event
                 where company_id = ?1 and at < ?2 and at >= ?3 and agent_id is not null
                   and type in ('joined', 'transferred', 'closed') group by agent_id""", companyId, from, from.minus(LATELY))) {
            since.put(number(row[0]), Moments.ofColumn(row[1]));
        }
        return since;
    }

    /** How many offers in a row each agent had missed; nobody who had missed none. */
    public Map<Long, Integer> missed(long companyId, Instant from) {
        var missed = new HashMap<Long, Integer>();
        for (Object[] row : rows("""
                select o.account_id, count(*) from offer o
                 where o.company_id = ?1 and o.ended_at < ?2 and o.ended_at >= ?3 and o.outcome = 'missed'
                   and not exists (select 1 from offer a where a.account_id = o.account_id and a.ended_at > o.ended_at and a.ended_at < ?2
                                      and a.outcome in ('accepted', 'declined'))
                   and not exists (select 1 from conversation_event j where j.agent_id = o.account_id and j.type = 'joined'
                                      and j.company_id = ?1 and j.at > o.ended_at and j.at < ?2)
                   and not exists (select 1 from agent_presence_event e where e.account_id = o.account_id
                                      and e.at >= o.ended_at and e.at < ?2)
                 group by o.account_id""", companyId, from, from.minus(LATELY))) {
            missed.put(number(row[0]), ((Number) row[1]).intValue());
        }
        return missed;
    }

    /** Who closed each visitor's last conversation, of the visitors of the day; by public id. */
    public Map<String, Long> lastAgents(long companyId, Instant from, Instant to) {
        var last = new HashMap<String, Long>();
        for (Object[] row : rows("""
                select v.public_id, (select e.agent_id from conversation_event e join conversation p on p.id = e.conversation_id
                                      where p.visitor_id = v.id and e.type = 'closed' and e.agent_id is not null and e.at < ?2
                                      order by e.at desc, e.id desc limit 1)
                  from visitor v where v.id in (select c.visitor_id from conversation c where c.company_id = ?1
                                                   and (c.closed_at is null or c.closed_at >= ?2) and c.opened_at < ?3)""", companyId, from, to)) {
            if (row[1] != null) last.put((String) row[0], number(row[1]));
        }
        return last;
    }

    /** Whose turn it had been, the greater the later, by department and agent; as far back as decisions are kept. */
    public Map<Long, Map<Long, Long>> turns(long companyId, Instant from) {
        var turns = new HashMap<Long, Map<Long, Long>>();
        long turn = 0;
        for (Object[] row : rows("""
                select d.department_id, o.account_id, max(o.id) as latest, max(o.offered_at) as at
                  from offer o join routing_decision d on d.id = o.decision_id
                 where o.company_id = ?1 and o.offered_at < ?2 and d.policy = ?3
                 group by d.department_id, o.account_id order by at, latest""", companyId, from, Strategy.ROUND_ROBIN.wire())) {
            turns.computeIfAbsent(number(row[0]), department -> new HashMap<>()).put(number(row[1]), ++turn);
        }
        return turns;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, Object... parameters) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i] instanceof Instant at ? Moments.toColumn(at) : parameters[i]);
        }
        return query.getResultList();
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}

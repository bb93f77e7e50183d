package dev.parley.routing.persistence;

import dev.parley.routing.WaitHistory;
import dev.parley.routing.WaitHistory.Stay;
import dev.parley.routing.WaitRange;
import dev.parley.shared.Moments;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What was promised to those who came into a queue, and how long they stayed there. */
@Dependent
public class WaitBook {
    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /**
     * The latest stays in a department's queue, of at most {@value WaitHistory#MOST} that began after {@code from}. Each ends when somebody
     * took it or was handed it; one that was moved to another department on the way waited in two queues and tells of neither.
     */
    @SuppressWarnings("unchecked")
    public List<Stay> stays(long companyId, long departmentId, Instant from) {
        List<Object[]> rows = em.createNativeQuery("""
                        select p.at, p.free,
                               (select min(e.at) from conversation_event e
                                 where e.conversation_id = p.conversation_id and e.type in ('joined', 'transferred')) as taken
                          from wait_promise p
                         where p.company_id = ?1 and p.department_id = ?2 and p.at > ?3
                           and not exists (select 1 from conversation_event m
                                            where m.conversation_id = p.conversation_id and m.type = 'transferred' and m.status = 'waiting')
                         order by p.at desc
                        """)
                .setParameter(1, companyId)
                .setParameter(2, departmentId)
                .setParameter(3, Moments.toColumn(from))
                .setMaxResults(WaitHistory.MOST)
                .getResultList();
        return rows.stream()
                .map(row -> new Stay(Moments.ofColumn(row[0]), (Boolean) row[1], Moments.ofColumn(row[2])))
                .toList();
    }

    /** Which of these conversations have been promised something already. */
    public Set<Long> promised(Collection<Long> conversations) {
        if (conversations.isEmpty()) return Set.of();
        var keys = new KeyList(1);
        List<?> rows = keys.in(
                        em.createNativeQuery("select conversation_id from wait_promise where conversation_id in ("
                                + keys.of(conversations) + ")"))
                .getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).collect(Collectors.toCollection(HashSet::new));
    }

    /** Keeps what was promised at arrival; of several nodes the first. @param range null where too little was known */
    public void keep(long conversationId, int place, boolean free, WaitRange range) {
        em.createNativeQuery("""
                        insert into wait_promise (conversation_id, company_id, department_id, at, place, free, low_millis, high_millis)
                        select c.id, c.company_id, c.department_id, c.waiting_since, cast(?2 as integer), cast(?3 as boolean),
                               cast(?4 as bigint), cast(?5 as bigint)
                          from conversation c
                         where c.id = ?1 on conflict do nothing
                        """)
                .setParameter(1, conversationId)
                .setParameter(2, place)
                .setParameter(3, free)
                .setParameter(4, range == null ? null : millis(range.low()))
                .setParameter(5, range == null ? null : millis(range.high()))
                .executeUpdate();
    }

    private static Long millis(Duration length) {
        return length.toMillis();
    }

    /** How many of those who wait in the department are just held out to somebody. */
    public int heldOut(long companyId, long departmentId) {
        Object count = em.createNativeQuery("""
                        select count(*) from conversation c
                         where c.company_id = ?1 and c.department_id = ?2 and c.status = 'waiting'
                           and exists (select 1 from offer o where o.open_for = c.id)
                        """)
                .setParameter(1, companyId)
                .setParameter(2, departmentId)
                .getSingleResult();
        return ((Number) count).intValue();
    }

    /** Since when the head of the department's queue has been there, or null where nobody waits. */
    public Instant waitingSince(long companyId, long departmentId) {
        Object since = em.createNativeQuery("""
                        select min(c.waiting_since) from conversation c
                         where c.company_id = ?1 and c.department_id = ?2 and c.status = 'waiting'
                        """)
                .setParameter(1, companyId)
                .setParameter(2, departmentId)
                .getSingleResult();
        return Moments.ofColumn(since);
    }

    /** Whether it depends on the page to which department a conversation of the site goes. */
    public boolean goesByPage(long siteId) {
        Object count = em.createNativeQuery("select count(*) from site_route where site_id = ?1")
                .setParameter(1, siteId)
                .getSingleResult();
        return ((Number) count).intValue() > 0;
    }
}

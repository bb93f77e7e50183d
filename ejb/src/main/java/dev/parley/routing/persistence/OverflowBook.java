package dev.parley.routing.persistence;

import dev.parley.routing.OverflowDraft;
import dev.parley.routing.OverflowReason;
import dev.parley.routing.OverflowRule;
import dev.parley.shared.Moments;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** When what waits goes on to another department, and what has gone on so. */
@Dependent
public class OverflowBook {
    /** An archived department's successor takes its place. */
    private static final String SUCCESSOR = """
            join department d on d.id = o.to_department_id join department t on t.id = coalesce(d.successor_id, d.id)
             where t.archived_at is null and t.id <> o.department_id
            """;

    private static final String RULES =
            "select o.department_id, t.id, o.queue_length, o.expected_minutes, o.waited_seconds, o.when_unattended, t.public_id"
                    + " from department_overflow o " + SUCCESSOR;

    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    private static final String QUEUE = """
            select q.id, q.site_id, q.waiting_since, q.place, q.unasked - 1,
                   (select max(e.at) from conversation_event e
                     where e.conversation_id = q.id and e.type in ('transferred', 'requeued', 'reopened')) as came
              from (select w.id, w.site_id, w.origin, w.waiting_since, w.asked,
                           row_number() over (order by w.priority desc, w.waiting_since, w.id) as place,
                           sum(1 - w.asked) over (order by w.priority desc, w.waiting_since, w.id) as unasked
                      from (select c.id, c.site_id, c.origin, c.waiting_since, c.priority,
                                   case when exists (select 1 from offer o where o.open_for = c.id) then 1 else 0 end as asked
                              from conversation c
                             where c.company_id = ?1 and c.department_id = ?2 and c.status = 'waiting') w) q
             where q.asked = 0 and q.origin = 'chat'
            """;

    /**
     * A chat that waits in a department's queue and that nobody is asked about.
     *
     * @param place in the whole queue, 1 is next
     * @param before how many before it nobody is asked about, messages left among them
     * @param since when it came to this queue
     */
    public record Waiting(long id, long siteId, int place, int before, Instant since) {}

    /** A chat that nobody is asked about where it went on to. @param home key of the department from which it went there, if that stays */
    public record Lent(long id, long siteId, long department, long home) {}

    /** How many wait. @param unasked of them, those that nobody is asked about */
    public record Length(int all, int unasked) {}

    /** Where a conversation was since it began to wait, and how many links of a chain it followed. */
    public record Trace(Set<Long> been, int links) {}

    /** The company's rules that hold, by the department that has one. */
    public Map<Long, OverflowRule> rules(long companyId) {
        return rows(em.createNativeQuery(RULES + " and o.company_id = ?1").setParameter(1, companyId)).stream()
                .map(OverflowBook::rule)
                .collect(Collectors.toMap(OverflowRule::from, rule -> rule));
    }

    /** For each of these companies that has rules a mark that is another one when these let visitors of other departments in. */
    public Map<Long, String> marks(Collection<Long> companies) {
        if (companies.isEmpty()) return Map.of();
        var keys = new KeyList(1);
        return rows(keys.in(
                        em.createNativeQuery("select o.company_id, o.department_id, t.id from department_overflow o "
                                + SUCCESSOR + " and o.when_unattended = true and o.company_id in ("
                                + keys.of(companies) + ") order by o.department_id")))
                .stream()
                .collect(Collectors.groupingBy(
                        row -> number(row[0]),
                        Collectors.mapping(row -> row[1] + ">" + row[2], Collectors.joining(","))));
    }

    /** Locks what the department says to the end of the transaction: what goes on from it goes one after the other, over all nodes. */
    public void lock(long departmentId) {
        em.createNativeQuery("select department_id from department_overflow where department_id = ?1 for update")
                .setParameter(1, departmentId)
                .getResultList();
    }

    /** As an administrator wrote it last. */
    public OverflowDraft written(long departmentId) {
        return rows(em.createNativeQuery(RULES + " and o.department_id = ?1").setParameter(1, departmentId)).stream()
                .findFirst()
                .map(row -> new OverflowDraft(
                        (String) row[6], whole(row[2]), whole(row[3]), whole(row[4]), (Boolean) row[5]))
                .orElse(OverflowDraft.NONE);
    }

    /** From now on this, in place of what was written before. @param to key of the other department; null with what keeps all */
    public void write(long companyId, long departmentId, OverflowDraft draft, Long to) {
        em.createNativeQuery("delete from department_overflow where department_id = ?1")
                .setParameter(1, departmentId)
                .executeUpdate();
        if (draft.keepsAll()) return;
        em.createNativeQuery("""
                        insert into department_overflow (department_id, company_id, to_department_id, queue_length, expected_minutes,
                          waited_seconds, when_unattended)
                        values (?1, ?2, ?3, cast(?4 as integer), cast(?5 as integer), cast(?6 as integer), ?7)""")
                .setParameter(1, departmentId)
                .setParameter(2, companyId)
                .setParameter(3, to)
                .setParameter(4, draft.queueLength())
                .setParameter(5, draft.expectedMinutes())
                .setParameter(6, draft.waitedSeconds())
                .setParameter(7, draft.unattended())
                .executeUpdate();
    }

    /** What may go on from the department's queue, next first. @param most no more than these */
    public List<Waiting> queue(long companyId, long departmentId, int most) {
        Query query = em.createNativeQuery(QUEUE + " order by q.place").setMaxResults(most);
        return rows(query.setParameter(1, companyId).setParameter(2, departmentId)).stream()
                .map(OverflowBook::waiting)
                .toList();
    }

    /** The one, if it may go on from the department's queue. */
    public Optional<Waiting> one(long companyId, long departmentId, long conversationId) {
        Query query = em.createNativeQuery(QUEUE + " and q.id = ?3").setParameter(3, conversationId);
        return rows(query.setParameter(1, companyId).setParameter(2, departmentId)).stream()
                .findFirst()
                .map(OverflowBook::waiting);
    }

    /** What went on and nobody has moved since then, next first. @param most no more than these */
    public List<Lent> lent(long companyId, int most) {
        return rows(em.createNativeQuery("""
                                select c.id, c.site_id, c.department_id, h.id
                                  from conversation c join conversation_overflow o on o.conversation_id = c.id
                                       join department f on f.id = o.from_department_id
                                       join department h on h.id = coalesce(f.successor_id, f.id)
                                 where c.company_id = ?1 and c.status = 'waiting' and c.origin = 'chat'
                                   and o.to_department_id = c.department_id and o.at >= c.waiting_since
                                   and h.archived_at is null and h.id <> c.department_id
                                   and o.step = (select max(l.step) from conversation_overflow l where l.conversation_id = c.id)
                                   and not exists (select 1 from offer a where a.open_for = c.id)
                                   and (select count(*) from conversation_overflow l
                                         where l.conversation_id = c.id and l.at >= c.waiting_since)
                                     = (select count(*) from conversation_event e
                                         where e.conversation_id = c.id and e.type = 'transferred' and e.at >= c.waiting_since)
                                 order by c.priority desc, c.waiting_since, c.id
                                """).setParameter(1, companyId).setMaxResults(most)).stream()
                .map(row -> new Lent(number(row[0]), number(row[1]), number(row[2]), number(row[3])))
                .toList();
    }

    /** How many wait in the department, and of them how many that nobody is asked about. */
    public Length length(long companyId, long departmentId) {
        Object[] row = rows(em.createNativeQuery("""
                                select count(*), sum(case when exists (select 1 from offer o where o.open_for = c.id) then 0 else 1 end)
                                  from conversation c
                                 where c.company_id = ?1 and c.department_id = ?2 and c.status = 'waiting'
                                """).setParameter(1, companyId).setParameter(2, departmentId))
                .get(0);
        return new Length(whole(row[0]), row[1] == null ? 0 : whole(row[1]));
    }

    /** Where these conversations were since they began to wait; one that was nowhere else is missing. */
    public Map<Long, Trace> traces(List<Long> conversations) {
        if (conversations.isEmpty()) return Map.of();
        var lists = new KeyList(1);
        String keys = lists.of(conversations);
        Map<Long, Set<Long>> been = new HashMap<>();
        Map<Long, Integer> links = new HashMap<>();
        rows(lists.in(em.createNativeQuery("select e.conversation_id, e.department_id, 0 from conversation_event e"
                        + " join conversation c on c.id = e.conversation_id and e.at >= c.waiting_since"
                        + " where e.department_id is not null and e.conversation_id in (" + keys + ")"
                        + " union all select o.conversation_id, o.from_department_id, o.links from conversation_overflow o"
                        + " join conversation c on c.id = o.conversation_id and o.at >= c.waiting_since"
                        + " where o.conversation_id in (" + keys + ")")))
                .forEach(row -> {
                    long conversation = number(row[0]);
                    been.computeIfAbsent(conversation, key -> new HashSet<>()).add(number(row[1]));
                    links.merge(conversation, whole(row[2]), Integer::sum);
                });
        return been.keySet().stream()
                .collect(Collectors.toMap(key -> key, key -> new Trace(been.get(key), links.getOrDefault(key, 0))));
    }

    /** Writes down that it goes on. @param links so many of the chain */
    public void keep(
            long companyId, long conversationId, long from, long to, int links, OverflowReason reason, Instant at) {
        em.createNativeQuery("""
                        insert into conversation_overflow (conversation_id, step, company_id, from_department_id, to_department_id, links, reason, at)
                        values (?1, (select coalesce(max(o.step), 0) + 1 from conversation_overflow o where o.conversation_id = ?1),
                          ?2, ?3, ?4, ?5, ?6, ?7)""")
                .setParameter(1, conversationId)
                .setParameter(2, companyId)
                .setParameter(3, from)
                .setParameter(4, to)
                .setParameter(5, links)
                .setParameter(6, reason.wire())
                .setParameter(7, Moments.toColumn(at))
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static OverflowRule rule(Object[] row) {
        Integer minutes = whole(row[3]);
        Integer seconds = whole(row[4]);
        return new OverflowRule(
                number(row[0]),
                number(row[1]),
                whole(row[2]),
                minutes == null ? null : Duration.ofMinutes(minutes),
                seconds == null ? null : Duration.ofSeconds(seconds),
                (Boolean) row[5]);
    }

    private static Waiting waiting(Object[] row) {
        Instant began = Moments.ofColumn(row[2]);
        Instant came = Moments.ofColumn(row[5]);
        Instant since = came == null || came.isBefore(began) ? began : came;
        return new Waiting(number(row[0]), number(row[1]), whole(row[3]), whole(row[4]), since);
    }

    private static Integer whole(Object column) {
        return column == null ? null : ((Number) column).intValue();
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}

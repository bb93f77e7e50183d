package dev.parley.routing.persistence;

import dev.parley.routing.Absence;
import dev.parley.routing.Decision.Considered;
import dev.parley.routing.DecisionDetail;
import dev.parley.routing.OfferView.Named;
import dev.parley.routing.domain.RecordedDecision;
import dev.parley.routing.persistence.WaitingLine.Item;
import dev.parley.shared.Moments;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The record of decisions. */
@Dependent
public class DecisionBook {
    private static final String LAST = " (select d.reason from routing_decision d where d.conversation_id = c.id"
            + " order by d.at desc, d.id desc limit 1) ";

    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    private record Pair(long decision, long account) {}

    /** The outcome of each offer that a decision about one conversation made. */
    public static final class Outcomes {
        private final Map<Pair, String> outcomes = new HashMap<>();

        /** Null where the agent was not asked by it, or the offer still stands. */
        public String of(long decision, long account) {
            return outcomes.get(new Pair(decision, account));
        }
    }

    public void add(RecordedDecision decision) {
        em.persist(decision);
    }

    /**
     * The members of the conversation's department who were no candidates, and why; at most {@value DecisionDetail#MOST_ABSENT}.
     */
    @SuppressWarnings("unchecked")
    public List<Absence> absent(Item item, Collection<Considered> considered) {
        var keys = new KeyList(2);
        String present = keys.of(
                considered.stream().map(one -> one.candidate().accountId()).toList());
        List<Object[]> rows = keys.in(em.createNativeQuery("select m.account_id, p.status from department_member m"
                        + " join account a on a.id = m.account_id left join agent_presence p on p.account_id = m.account_id"
                        + " where m.department_id = ?1 and a.active = true"
                        + " and m.account_id not in (" + present + ") order by m.account_id"))
                .setParameter(1, item.departmentId())
                .setMaxResults(DecisionDetail.MOST_ABSENT)
                .getResultList();
        return rows.stream()
                .map(row -> new Absence(((Number) row[0]).longValue(), reason((String) row[1])))
                .toList();
    }

    /** Available and no candidate: then no socket of the agent lives. */
    private static String reason(String status) {
        if (status == null) return "offline";
        return "available".equals(status) ? "no-connection" : status;
    }

    /** The reason of each conversation's last decision; without one, or where somebody was asked by it, it is missing. */
    @SuppressWarnings("unchecked")
    public Map<Long, String> lastReasons(Collection<Long> conversations) {
        if (conversations.isEmpty()) return Map.of();
        var keys = new KeyList(1);
        List<Object[]> rows = keys.in(em.createNativeQuery("select c.id, " + LAST
                        + " as reason from conversation c where c.id in (" + keys.of(conversations) + ")"))
                .getResultList();
        var reasons = new HashMap<Long, String>();
        for (Object[] row : rows) if (row[1] != null) reasons.put(((Number) row[0]).longValue(), (String) row[1]);
        return reasons;
    }

    /** How many decisions about the conversation are kept. */
    public int number(long conversationId) {
        Object count = em.createNativeQuery("select count(*) from routing_decision where conversation_id = ?1")
                .setParameter(1, conversationId)
                .getSingleResult();
        return ((Number) count).intValue();
    }

    /**
     * Decisions about a conversation by their places, the newest first: the oldest that is kept has place 1.
     *
     * @param below places that are asked for
     */
    @SuppressWarnings("unchecked")
    public SortedMap<Integer, RecordedDecision> of(long companyId, long conversationId, int below, int most) {
        List<Object[]> rows = em.createNativeQuery("""
                        select d.id, d.place from
                           (select id, row_number() over (order by at, id) as place from routing_decision
                             where company_id = ?1 and conversation_id = ?2) d
                         where d.place < ?3 order by d.place desc
                        """)
                .setParameter(1, companyId)
                .setParameter(2, conversationId)
                .setParameter(3, below)
                .setMaxResults(most)
                .getResultList();
        Map<Long, Integer> places = rows.stream()
                .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> ((Number) row[1]).intValue()));
        SortedMap<Integer, RecordedDecision> found = new TreeMap<>(Comparator.reverseOrder());
        if (places.isEmpty()) return found;
        em.createQuery(
                        "select d from RecordedDecision d where d.companyId = :company and d.id in :ids",
                        RecordedDecision.class)
                .setParameter("company", companyId)
                .setParameter("ids", places.keySet())
                .getResultStream()
                .forEach(decision -> found.put(places.get(decision.id()), decision));
        return found;
    }

    /** The company's newest, the newest first. @param departmentId key of a department, or null for all */
    public List<RecordedDecision> recent(long companyId, Long departmentId, int most) {
        var query = em.createQuery(
                        "select d from RecordedDecision d where d.companyId = :company"
                                + (departmentId == null ? "" : " and d.departmentId = :department")
                                + " order by d.at desc, d.id desc",
                        RecordedDecision.class)
                .setParameter("company", companyId)
                .setMaxResults(most);
        if (departmentId != null) query.setParameter("department", departmentId);
        return query.getResultList();
    }

    /** Public id and visitor's name, which may be null, of conversations of the company. */
    @SuppressWarnings("unchecked")
    public Map<Long, Named> conversations(long companyId, Collection<Long> conversations) {
        if (conversations.isEmpty()) return Map.of();
        var keys = new KeyList(2);
        List<Object[]> rows = keys.in(em.createNativeQuery("select c.id, c.public_id, v.name from conversation c"
                        + " join visitor v on v.id = c.visitor_id where c.company_id = ?1 and c.id in ("
                        + keys.of(conversations) + ")"))
                .setParameter(1, companyId)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> ((Number) row[0]).longValue(), row -> new Named((String) row[1], (String) row[2])));
    }

    /** Public ids and names of departments of the company, archived ones too. */
    @SuppressWarnings("unchecked")
    public Map<Long, Named> departments(long companyId) {
        List<Object[]> rows = em.createNativeQuery("select id, public_id, name from department where company_id = ?1")
                .setParameter(1, companyId)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> ((Number) row[0]).longValue(), row -> new Named((String) row[1], (String) row[2])));
    }

    public Outcomes outcomes(long conversationId) {
        return outcomes(List.of(conversationId));
    }

    @SuppressWarnings("unchecked")
    public Outcomes outcomes(Collection<Long> conversations) {
        if (conversations.isEmpty()) return new Outcomes();
        var keys = new KeyList(1);
        List<Object[]> rows = keys.in(em.createNativeQuery("select decision_id, account_id, outcome from offer"
                        + " where conversation_id in (" + keys.of(conversations) + ")"
                        + " and decision_id is not null and outcome is not null"))
                .getResultList();
        var found = new Outcomes();
        for (Object[] row : rows) {
            found.outcomes.put(new Pair(((Number) row[0]).longValue(), ((Number) row[1]).longValue()), (String) row[2]);
        }
        return found;
    }

    /** Public ids and names of accounts of the company. */
    @SuppressWarnings("unchecked")
    public Map<Long, Named> names(long companyId, Collection<Long> accounts) {
        if (accounts.isEmpty()) return Map.of();
        var keys = new KeyList(2);
        List<Object[]> rows = keys.in(
                        em.createNativeQuery("select id, public_id, name from account where company_id = ?1 and id in ("
                                + keys.of(accounts) + ")"))
                .setParameter(1, companyId)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> ((Number) row[0]).longValue(), row -> new Named((String) row[1], (String) row[2])));
    }

    /** Takes away at most {@code most} that are older. @return how many */
    public int forget(Instant before, int most) {
        return em.createNativeQuery("delete from routing_decision where id in"
                        + " (select id from routing_decision where at < ?1 order by at limit " + most + ")")
                .setParameter(1, Moments.toColumn(before))
                .executeUpdate();
    }
}

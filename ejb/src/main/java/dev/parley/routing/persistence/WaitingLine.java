package dev.parley.routing.persistence;

import dev.parley.routing.InQueue;
import dev.parley.routing.OfferView.Named;
import dev.parley.routing.QueuePlace;
import dev.parley.routing.RoutingRules;
import dev.parley.routing.SkillSet;
import dev.parley.routing.SpokenLanguage;
import dev.parley.shared.Moments;
import dev.parley.shared.PublicIds;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The conversations that wait, in the order in which they are served: the higher priority first, then the longer waiting. */
@Dependent
public class WaitingLine {
    /** How many are read at once. */
    public static final int A_ROUND = 200;

    private static final String ORDER = " order by c.priority desc, c.waiting_since, c.id";

    private static final String ITEM = """
            select c.id, c.company_id, c.public_id, c.department_id, c.status, c.agent_id, c.waiting_since,
                   v.public_id as visitor, v.name as visitor_name, d.public_id as department, d.name as department_name,
                   c.language, v.language as visitors, r.language as departments, s.languages as sites,
                   c.routing_skills, r.skills, s.routing_skills as site_skills,
                   r.strategy, r.offer_seconds, r.missed_offers, r.skills_seconds, r.language_seconds, r.last_agent_seconds
              from conversation c join visitor v on v.id = c.visitor_id join department d on d.id = c.department_id
                   join site s on s.id = c.site_id left join department_routing r on r.department_id = c.department_id
            """;

    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /**
     * A conversation as routing needs it.
     *
     * @param agentId null unless somebody owns it
     * @param rules of its department
     * @param skills what it requires, nothing relaxed yet
     * @param language in which it is held, or null where nobody says
     */
    public record Item(
            long id,
            long companyId,
            String publicId,
            long departmentId,
            String status,
            Long agentId,
            Instant waitingSince,
            Named visitor,
            Named department,
            RoutingRules rules,
            SkillSet skills,
            String language)
            implements InQueue {
        public boolean waiting() {
            return "waiting".equals(status);
        }

        public boolean openWith(long accountId) {
            return "open".equals(status) && agentId != null && agentId == accountId;
        }
    }

    /**
     * The company's conversations that nobody is asked about, that are not picked by hand and that one of {@code agents} could take.
     *
     * @param page from 0, of {@value #A_ROUND}
     */
    public List<Item> unoffered(long companyId, Collection<Long> agents, int page) {
        var keys = new KeyList(2);
        return items(keys.in(em.createNativeQuery(ITEM
                        + " where c.company_id = ?1 and c.status = 'waiting'"
                        + " and (r.strategy is null or r.strategy <> 'manual')"
                        + " and not exists (select 1 from offer o where o.open_for = c.id)"
                        + " and exists (select 1 from department_member m where m.department_id = c.department_id"
                        + " and m.account_id in (" + keys.of(agents) + "))" + ORDER))
                .setParameter(1, companyId)
                .setFirstResult(page * A_ROUND));
    }

    /** The company's conversations that nobody is asked about, the first {@value #A_ROUND}. */
    public List<Item> unasked(long companyId) {
        return items(em.createNativeQuery(ITEM + " where c.company_id = ?1 and c.status = 'waiting'"
                        + " and not exists (select 1 from offer o where o.open_for = c.id)" + ORDER)
                .setParameter(1, companyId));
    }

    /** Companies in which a conversation waits that nobody is asked about. */
    @SuppressWarnings("unchecked")
    public List<Long> companies() {
        List<Object> rows = em.createNativeQuery("""
                        select distinct c.company_id from conversation c
                         where c.status = 'waiting' and not exists (select 1 from offer o where o.open_for = c.id)
                        """).getResultList();
        return rows.stream().map(WaitingLine::number).toList();
    }

    /** The conversation by its public id. */
    public Optional<Item> find(long companyId, String publicId) {
        if (!PublicIds.plausible(publicId)) return Optional.empty();
        Query query = em.createNativeQuery(ITEM + " where c.company_id = ?1 and c.public_id = ?2")
                .setParameter(1, companyId)
                .setParameter(2, publicId);
        return items(query).stream().findFirst();
    }

    /** The conversation by its key. */
    public Optional<Item> find(long companyId, long conversationId) {
        Query query = em.createNativeQuery(ITEM + " where c.company_id = ?1 and c.id = ?2")
                .setParameter(1, companyId)
                .setParameter(2, conversationId);
        return items(query).stream().findFirst();
    }

    /** The conversation as it is under the lock of its head; the agents concerned are locked before. */
    public Optional<Item> lock(long companyId, long conversationId) {
        lockHead(conversationId);
        return find(companyId, conversationId);
    }

    /** As {@link #lock(long, long)}, several. @param conversations in the order of their keys, which is that of the locks */
    public List<Item> lock(long companyId, List<Long> conversations) {
        for (long conversation : conversations) lockHead(conversation);
        var keys = new KeyList(2);
        return items(keys.in(em.createNativeQuery(
                        ITEM + " where c.company_id = ?1 and c.id in (" + keys.of(conversations) + ")"))
                .setParameter(1, companyId));
    }

    private void lockHead(long conversation) {
        em.createNativeQuery("select epoch from conversation_head where conversation_id = ?1 for update")
                .setParameter(1, conversation)
                .getResultList();
    }

    /** What was said last in the conversation, or null where nothing was. */
    @SuppressWarnings("unchecked")
    public String lastWords(long conversationId) {
        List<String> words = em.createNativeQuery("select m.body from message m where m.conversation_id = ?1"
                        + " and m.kind in ('text', 'file') order by m.seq desc")
                .setParameter(1, conversationId)
                .setMaxResults(1)
                .getResultList();
        return words.isEmpty() ? null : words.get(0);
    }

    /** What the agent has open, by id: the order in which heads are locked. */
    @SuppressWarnings("unchecked")
    public List<Long> inHand(long companyId, long accountId) {
        List<Object> rows = em.createNativeQuery(
                        "select id from conversation where company_id = ?1 and agent_id = ?2 and status = 'open' order by id")
                .setParameter(1, companyId)
                .setParameter(2, accountId)
                .getResultList();
        return rows.stream().map(WaitingLine::number).toList();
    }

    /** The department's queue with everybody's place, at most 200. */
    @SuppressWarnings("unchecked")
    public List<QueuePlace> places(long companyId, long departmentId) {
        List<Object[]> rows = em.createNativeQuery("select c.id, c.public_id, c.visitor_id from conversation c"
                        + " where c.company_id = ?1 and c.department_id = ?2 and c.status = 'waiting'" + ORDER)
                .setParameter(1, companyId)
                .setParameter(2, departmentId)
                .setMaxResults(A_ROUND)
                .getResultList();
        var places = new ArrayList<QueuePlace>(rows.size());
        for (Object[] row : rows) {
            places.add(new QueuePlace(number(row[0]), (String) row[1], number(row[2]), places.size() + 1));
        }
        return List.copyOf(places);
    }

    @SuppressWarnings("unchecked")
    private static List<Item> items(Query query) {
        List<Object[]> rows = query.setMaxResults(A_ROUND).getResultList();
        return rows.stream().map(WaitingLine::item).toList();
    }

    private static Item item(Object[] row) {
        return new Item(
                number(row[0]),
                number(row[1]),
                (String) row[2],
                number(row[3]),
                (String) row[4],
                row[5] == null ? null : number(row[5]),
                Moments.ofColumn(row[6]),
                new Named((String) row[7], (String) row[8]),
                new Named((String) row[9], (String) row[10]),
                RoutingRules.of(
                        (String) row[18],
                        whole(row[19]),
                        whole(row[20]),
                        whole(row[21]),
                        whole(row[22]),
                        whole(row[23])),
                SkillSet.parse((String) row[15])
                        .and(SkillSet.parse((String) row[16]))
                        .and(SkillSet.parse((String) row[17])),
                SpokenLanguage.of((String) row[11], (String) row[12], (String) row[13], (String) row[14]));
    }

    private static Integer whole(Object column) {
        return column == null ? null : ((Number) column).intValue();
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}

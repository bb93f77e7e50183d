package dev.parley.routing.persistence;

import dev.parley.agent.Presence;
import dev.parley.routing.OfferOutcome;
import dev.parley.routing.RoutingRules;
import dev.parley.routing.SkillSet;
import dev.parley.routing.SpokenLanguage;
import dev.parley.routing.replay.Chronicle.Entry;
import dev.parley.routing.replay.Chronicle.Opening;
import dev.parley.routing.replay.RecordedDay.Offered;
import dev.parley.shared.Moments;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the logs keep of a company's day, row by row. All moments are at or after {@code from} and before {@code to}, unless it says otherwise. */
@Dependent
public class DayBook {
    /** Waited or was open at some time of the day; parameters 1 to 3 are company, from and to. */
    private static final String OF_THE_DAY =
            " c.company_id = ?1 and (c.closed_at is null or c.closed_at >= ?2) and c.opened_at < ?3 ";

    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** An agent's presence as it was set. @param byDesk for not answering */
    public record PresenceRow(long agent, Instant at, Presence status, String reason, boolean byDesk) {}

    /** @param kind as {@link ReachLog} writes it @param capacity of kind {@code capacity} */
    public record ReachRow(long agent, Instant at, String kind, Integer capacity) {}

    public record RulesRow(long department, Instant at, RoutingRules rules) {}

    /** @param key of the conversation that it is about */
    public record EntryRow(long key, Entry entry) {}

    /** How many events of the day there are, counted no further than one more than {@code most} of each kind. */
    public long events(long companyId, Instant from, Instant to, int most) {
        return List.of(
                        "select 1 from conversation c where" + OF_THE_DAY,
                        "select 1 from conversation_event e where e.company_id = ?1 and e.at >= ?2 and e.at < ?3",
                        "select 1 from agent_presence_event e where e.company_id = ?1 and e.at >= ?2 and e.at < ?3",
                        "select 1 from agent_reach_event e where e.company_id = ?1 and e.at >= ?2 and e.at < ?3",
                        "select 1 from offer o join conversation c on c.id = o.conversation_id where" + OF_THE_DAY
                                + " and o.offered_at < ?3")
                .stream()
                .mapToLong(sql -> ((Number) day(
                                        "select count(*) from (" + sql + " limit " + (most + 1) + ") x",
                                        companyId,
                                        from,
                                        to)
                                .getSingleResult())
                        .longValue())
                .sum();
    }

    /**
     * The conversations of the day. Where one began to wait is in none of the logs, but in what its visitor was promised and in the first decision
     * about it.
     */
    public List<Opening> openings(long companyId, Instant from, Instant to) {
        return rows(day("""
                        select c.id, v.public_id, c.routing_skills, r.skills, s.routing_skills as site_skills, c.language,
                               v.language as visitors, r.language as departments, s.languages, c.opened_at, c.priority,
                               coalesce((select p.department_id from wait_promise p where p.conversation_id = c.id and p.at = c.opened_at),
                                        (select d.department_id from routing_decision d where d.conversation_id = c.id
                                          order by d.at, d.id limit 1),
                                        c.department_id) as began,
                               (select min(t.due_at) from target_clock t where t.conversation_id = c.id
                                   and t.measure = 'first-response') as due
                          from conversation c join visitor v on v.id = c.visitor_id join site s on s.id = c.site_id
                               left join department_routing r on r.department_id = c.department_id
                         where""" + OF_THE_DAY + " order by c.id", companyId, from, to)).stream()
                .map(row -> new Opening(
                        number(row[0]),
                        (String) row[1],
                        SkillSet.parse((String) row[2])
                                .and(SkillSet.parse((String) row[3]))
                                .and(SkillSet.parse((String) row[4])),
                        SpokenLanguage.of((String) row[5], (String) row[6], (String) row[7], (String) row[8]),
                        Moments.ofColumn(row[9]),
                        number(row[11]),
                        ((Number) row[10]).intValue(),
                        Moments.ofColumn(row[12])))
                .toList();
    }

    /** The log of the day's conversations from their beginning. @param lost the reason of what a lost connection gives back */
    public List<EntryRow> entries(long companyId, Instant from, Instant to, String lost) {
        return rows(day("""
                        select e.conversation_id, e.at, e.type, e.status, e.agent_id, e.department_id, e.actor, e.reason
                          from conversation_event e join conversation c on c.id = e.conversation_id
                         where""" + OF_THE_DAY + " and e.at < ?3 order by e.at, e.id", companyId, from, to)).stream()
                .map(row -> new EntryRow(
                        number(row[0]),
                        new Entry(
                                Moments.ofColumn(row[1]),
                                (String) row[2],
                                "waiting".equals(row[3]),
                                row[4] == null ? null : number(row[4]),
                                row[5] == null ? 0 : number(row[5]),
                                "system".equals(row[6]),
                                lost.equals(row[7]),
                                (String) row[7])))
                .toList();
    }

    /** The offers of the day's conversations from their beginning. What ended after the day stands at its end. */
    public List<Offered> offers(long companyId, Instant from, Instant to) {
        return rows(day("""
                        select o.conversation_id, o.account_id, o.offered_at, o.expires_at, o.ended_at, o.outcome
                          from offer o join conversation c on c.id = o.conversation_id
                         where""" + OF_THE_DAY + " and o.offered_at < ?3 order by o.offered_at, o.id", companyId, from, to))
                .stream()
                .map(row -> offered(row, to))
                .toList();
    }

    private static Offered offered(Object[] row, Instant to) {
        Instant ended = Moments.ofColumn(row[4]);
        boolean stands = ended == null || !ended.isBefore(to);
        return new Offered(
                number(row[0]),
                number(row[1]),
                Moments.ofColumn(row[2]),
                Moments.ofColumn(row[3]),
                stands ? null : ended,
                stands ? null : OfferOutcome.of((String) row[5]));
    }

    /** @param notAnswering the reason that the desk gives */
    public List<PresenceRow> presences(long companyId, Instant from, Instant to, String notAnswering) {
        return rows(day(
                        "select account_id, at, status, reason, actor from agent_presence_event"
                                + " where company_id = ?1 and at >= ?2 and at < ?3 order by at, id",
                        companyId,
                        from,
                        to))
                .stream()
                .map(row -> presence(row, notAnswering))
                .toList();
    }

    /** Each agent's last before {@code from}. */
    public List<PresenceRow> presencesBefore(long companyId, Instant from, String notAnswering) {
        return rows(before("""
                        select account_id, at, status, reason, actor from
                            (select e.account_id, e.at, e.status, e.reason, e.actor,
                                    row_number() over (partition by e.account_id order by e.at desc, e.id desc) as latest
                               from agent_presence_event e where e.company_id = ?1 and e.at < ?2) x
                         where latest = 1""", companyId, from)).stream()
                .map(row -> presence(row, notAnswering))
                .toList();
    }

    private static PresenceRow presence(Object[] row, String notAnswering) {
        return new PresenceRow(
                number(row[0]),
                Moments.ofColumn(row[1]),
                Presence.of((String) row[2]),
                (String) row[3],
                "system".equals(row[4]) && notAnswering.equals(row[3]));
    }

    public List<ReachRow> reaches(long companyId, Instant from, Instant to) {
        return rows(day(
                        "select account_id, at, kind, capacity from agent_reach_event"
                                + " where company_id = ?1 and at >= ?2 and at < ?3 order by at, id",
                        companyId,
                        from,
                        to))
                .stream()
                .map(DayBook::reach)
                .toList();
    }

    /** Each agent's last capacity and last connection or end of one before {@code from}. */
    public List<ReachRow> reachesBefore(long companyId, Instant from) {
        return rows(before("""
                        select account_id, at, kind, capacity from
                            (select e.account_id, e.at, e.kind, e.capacity,
                                    row_number() over (partition by e.account_id, case when e.kind = 'capacity' then 1 else 0 end
                                                       order by e.at desc, e.id desc) as latest
                               from agent_reach_event e where e.company_id = ?1 and e.at < ?2) x
                         where latest = 1""", companyId, from)).stream().map(DayBook::reach).toList();
    }

    /** Of whom a connection or its end is kept from before {@code to}. */
    public Set<Long> connected(long companyId, Instant to) {
        return rows(before(
                        "select distinct account_id, 0 from agent_reach_event where company_id = ?1 and at < ?2"
                                + " and kind <> 'capacity'",
                        companyId,
                        to))
                .stream()
                .map(row -> number(row[0]))
                .collect(Collectors.toSet());
    }

    private static ReachRow reach(Object[] row) {
        return new ReachRow(
                number(row[0]),
                Moments.ofColumn(row[1]),
                (String) row[2],
                row[3] == null ? null : ((Number) row[3]).intValue());
    }

    public List<RulesRow> rules(long companyId, Instant from, Instant to) {
        return rows(day(
                        "select department_id, at, strategy, offer_seconds, missed_offers, skills_seconds, language_seconds,"
                                + " last_agent_seconds from department_routing_event"
                                + " where company_id = ?1 and at >= ?2 and at < ?3 order by at, id",
                        companyId,
                        from,
                        to))
                .stream()
                .map(DayBook::rules)
                .toList();
    }

    /** Each department's last before {@code from}. */
    public List<RulesRow> rulesBefore(long companyId, Instant from) {
        return rows(before("""
                        select department_id, at, strategy, offer_seconds, missed_offers, skills_seconds, language_seconds, last_agent_seconds
                          from (select e.*, row_number() over (partition by e.department_id order by e.at desc, e.id desc) as latest
                                  from department_routing_event e where e.company_id = ?1 and e.at < ?2) x
                         where latest = 1""", companyId, from)).stream().map(DayBook::rules).toList();
    }

    private static RulesRow rules(Object[] row) {
        return new RulesRow(
                number(row[0]),
                Moments.ofColumn(row[1]),
                RoutingRules.of(
                        (String) row[2], whole(row[3]), whole(row[4]), whole(row[5]), whole(row[6]), whole(row[7])));
    }

    private static Integer whole(Object column) {
        return column == null ? null : ((Number) column).intValue();
    }

    private Query day(String sql, long companyId, Instant from, Instant to) {
        return before(sql, companyId, from).setParameter(3, Moments.toColumn(to));
    }

    private Query before(String sql, long companyId, Instant from) {
        return em.createNativeQuery(sql).setParameter(1, companyId).setParameter(2, Moments.toColumn(from));
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}

package dev.parley.routing.persistence;

import dev.parley.routing.RoutingDraft;
import dev.parley.shared.Moments;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** What could be given to agents, and how departments routed, as it changed; written once, for replays of a past day. */
@Dependent
public class ReachLog {
    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** @param kind {@code connected}, {@code disconnected} or {@code lost} */
    public void connection(long companyId, long accountId, String kind, Instant at) {
        em.createNativeQuery("insert into agent_reach_event (id, company_id, account_id, at, kind)"
                        + " values (nextval('agent_reach_event_seq'), ?1, ?2, ?3, ?4)")
                .setParameter(1, companyId)
                .setParameter(2, accountId)
                .setParameter(3, Moments.toColumn(at))
                .setParameter(4, kind)
                .executeUpdate();
    }

    /** The agent may hold so much from then on. */
    public void capacity(long companyId, long accountId, int capacity, Instant at) {
        em.createNativeQuery("insert into agent_reach_event (id, company_id, account_id, at, kind, capacity)"
                        + " values (nextval('agent_reach_event_seq'), ?1, ?2, ?3, 'capacity', ?4)")
                .setParameter(1, companyId)
                .setParameter(2, accountId)
                .setParameter(3, Moments.toColumn(at))
                .setParameter(4, capacity)
                .executeUpdate();
    }

    /** The department routes so from then on. */
    public void rules(long companyId, long departmentId, RoutingDraft rules, Instant at) {
        em.createNativeQuery(
                        "insert into department_routing_event (id, company_id, department_id, at, strategy, offer_seconds,"
                                + " missed_offers, skills_seconds, language_seconds, last_agent_seconds) values"
                                + " (nextval('department_routing_event_seq'), ?1, ?2, ?3, ?4, cast(?5 as integer), cast(?6 as integer),"
                                + " cast(?7 as integer), cast(?8 as integer), cast(?9 as integer))")
                .setParameter(1, companyId)
                .setParameter(2, departmentId)
                .setParameter(3, Moments.toColumn(at))
                .setParameter(4, rules.strategy().wire())
                .setParameter(5, rules.offerSeconds())
                .setParameter(6, rules.missedOffers())
                .setParameter(7, rules.relaxSkillsSeconds())
                .setParameter(8, rules.relaxLanguageSeconds())
                .setParameter(9, rules.lastAgentSeconds())
                .executeUpdate();
    }
}

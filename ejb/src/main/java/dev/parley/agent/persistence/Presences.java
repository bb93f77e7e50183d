package dev.parley.agent.persistence;

import dev.parley.agent.Presence;
import dev.parley.agent.PresenceView;
import dev.parley.agent.TeamFace;
import dev.parley.agent.domain.AgentPresence;
import dev.parley.agent.domain.PresenceEntry;
import dev.parley.shared.Moments;
import dev.parley.shared.NameCursor;
import dev.parley.shared.PublicIds;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Presence rows. An agent without one is OFFLINE; the first who needs the row makes it. */
@Dependent
public class Presences {
    private static final int MOST_COLLEAGUES = 500;

    private static final String VIEW = """
            select a.public_id, a.name, p.status, p.reason, p.since, p.capacity, a.portrait,
                   (select count(*) from agent_lease l
                     where l.account_id = a.id and l.sockets > 0 and l.renewed_at > ?2)
              from account a left join agent_presence p on p.account_id = a.id
             where a.company_id = ?1 and a.active = true
            """;

    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /**
     * The agent's presence under its lock, held to the end of the transaction: no one else changes what this agent has in hand.
     *
     * @param at the beginning of the presence, where this makes it
     */
    public AgentPresence lock(long companyId, long accountId, Instant at) {
        return lockExisting(companyId, accountId).orElseGet(() -> {
            begin(companyId, accountId, at);
            return lockExisting(companyId, accountId)
                    .orElseThrow(() -> new IllegalStateException("agent " + accountId + " is of another company"));
        });
    }

    private Optional<AgentPresence> lockExisting(long companyId, long accountId) {
        return Optional.ofNullable(em.find(AgentPresence.class, accountId, LockModeType.PESSIMISTIC_WRITE))
                .filter(presence -> presence.companyId() == companyId);
    }

    /** Two may do this at once; the second finds the first one's row. */
    private void begin(long companyId, long accountId, Instant at) {
        AgentPresence fresh = AgentPresence.begin(companyId, accountId, at);
        em.createNativeQuery("""
                        insert into agent_presence
                            (account_id, company_id, status, since, idle_since, capacity, missed_offers)
                        values (?1, ?2, ?3, ?4, ?4, ?5, 0) on conflict do nothing
                        """)
                .setParameter(1, accountId)
                .setParameter(2, companyId)
                .setParameter(3, fresh.status().wire())
                .setParameter(4, Moments.toColumn(at))
                .setParameter(5, fresh.capacity())
                .executeUpdate();
    }

    /** Those who are AVAILABLE and have a live lease, at most 500. */
    public List<AgentPresence> available(long companyId, Instant liveAfter) {
        return em.createQuery("""
                        select p from AgentPresence p where p.companyId = :company and p.status = :status
                           and p.accountId in (select l.accountId from AgentLease l
                                                where l.sockets > 0 and l.renewedAt > :after)
                         order by p.accountId
                        """, AgentPresence.class)
                .setParameter("company", companyId)
                .setParameter("status", Presence.AVAILABLE.wire())
                .setParameter("after", liveAfter)
                .setMaxResults(MOST_COLLEAGUES)
                .getResultList();
    }

    /** How many of each company are AVAILABLE with a live lease, and a sum that tells who they are and what they can hold. */
    public Map<Long, String> marks(Collection<Long> companies, Instant liveAfter) {
        return em.createQuery("""
                        select p.companyId, count(p), sum(p.accountId), sum(p.accountId * p.capacity) from AgentPresence p
                         where p.companyId in :companies and p.status = :status
                           and p.accountId in (select l.accountId from AgentLease l
                                                where l.sockets > 0 and l.renewedAt > :after)
                         group by p.companyId
                        """, Object[].class)
                .setParameter("companies", companies)
                .setParameter("status", Presence.AVAILABLE.wire())
                .setParameter("after", liveAfter)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> row[1] + " " + row[2] + " " + row[3]));
    }

    /** Keeps the change for ever. @param actor a public id, or {@code system} */
    public void record(AgentPresence presence, String actor, Instant at) {
        em.persist(new PresenceEntry(presence, actor, at));
    }

    /** @param liveAfter leases renewed before it are not live */
    public Optional<PresenceView> view(long companyId, long accountId, Instant liveAfter) {
        Query query = em.createNativeQuery(VIEW + " and a.id = ?3").setParameter(3, accountId);
        return views(query, companyId, liveAfter).stream().findFirst();
    }

    /** The company's people who answer, by name; at most 500. */
    public List<PresenceView> colleagues(long companyId, Instant liveAfter) {
        return colleagues(companyId, liveAfter, NameCursor.START, MOST_COLLEAGUES);
    }

    /** Those of the company's people who answer and come behind somebody, by name. */
    public List<PresenceView> colleagues(long companyId, Instant liveAfter, NameCursor behind, int most) {
        Query query = em.createNativeQuery(VIEW + """
                         and (p.account_id is not null
                              or exists (select 1 from department_member m where m.account_id = a.id))
                         and (a.name > ?3 or (a.name = ?3 and a.public_id > ?4))
                         order by a.name, a.public_id
                        """)
                .setParameter(3, behind.name())
                .setParameter(4, behind.id())
                .setMaxResults(most);
        return views(query, companyId, liveAfter);
    }

    /** Those who are AVAILABLE with a live lease and have a photo, by name. */
    @SuppressWarnings("unchecked")
    public List<TeamFace> faces(long companyId, Instant liveAfter, int most) {
        List<Object[]> rows = em.createNativeQuery("""
                        select a.public_id, a.name, a.portrait from account a join agent_presence p on p.account_id = a.id
                         where a.company_id = ?1 and a.active = true and a.portrait is not null and p.status = ?3
                           and exists (select 1 from agent_lease l
                                        where l.account_id = a.id and l.sockets > 0 and l.renewed_at > ?2)
                         order by a.name, a.id
                        """)
                .setParameter(1, companyId)
                .setParameter(2, Moments.toColumn(liveAfter))
                .setParameter(3, Presence.AVAILABLE.wire())
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(row -> new TeamFace((String) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /** The account with that public id. */
    public Optional<Long> account(long companyId, String publicId) {
        if (!PublicIds.plausible(publicId)) return Optional.empty();
        List<?> rows = em.createNativeQuery(
                        "select id from account where company_id = ?1 and public_id = ?2 and active = true")
                .setParameter(1, companyId)
                .setParameter(2, publicId)
                .getResultList();
        return rows.stream().findFirst().map(id -> ((Number) id).longValue());
    }

    /** The name under which colleagues know the account; never null for an existing account. */
    public Optional<String> publicId(long accountId) {
        List<?> rows = em.createNativeQuery("select public_id from account where id = ?1")
                .setParameter(1, accountId)
                .getResultList();
        return rows.stream().findFirst().map(String.class::cast);
    }

    @SuppressWarnings("unchecked")
    private static List<PresenceView> views(Query query, long companyId, Instant liveAfter) {
        List<Object[]> rows = query.setParameter(1, companyId)
                .setParameter(2, Moments.toColumn(liveAfter))
                .getResultList();
        return rows.stream().map(Presences::view).toList();
    }

    private static PresenceView view(Object[] row) {
        boolean begun = row[2] != null;
        return new PresenceView(
                (String) row[0],
                (String) row[1],
                begun ? Presence.of((String) row[2]) : Presence.OFFLINE,
                (String) row[3],
                begun ? Moments.ofColumn(row[4]) : Instant.EPOCH,
                ((Number) row[7]).longValue() > 0,
                begun ? ((Number) row[5]).intValue() : AgentPresence.DEFAULT_CAPACITY,
                (String) row[6]);
    }
}

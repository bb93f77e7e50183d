package dev.parley.routing.persistence;

import dev.parley.routing.OfferOutcome;
import dev.parley.routing.OfferView;
import dev.parley.routing.OfferView.Named;
import dev.parley.routing.StandingOffer;
import dev.parley.routing.domain.Offer;
import dev.parley.shared.Moments;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The offers that stand. */
@Dependent
public class OpenOffers {
    private static final int A_ROUND = 200;
    private static final int AGENTS_AT_ONCE = 500;

    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** An offer and whose it is, found without a lock: lock the agent, then look again. */
    public record Key(long offerId, long companyId, long accountId) {}

    public void add(Offer offer) {
        em.persist(offer);
    }

    /** The offer under its lock, if it still stands. */
    public Optional<Offer> lock(long offerId) {
        return Optional.ofNullable(em.find(Offer.class, offerId, LockModeType.PESSIMISTIC_WRITE))
                .filter(Offer::open);
    }

    /** The conversation's offers under their locks, whoever's; several where it rings at many. */
    public List<Offer> lockAllFor(long conversationId) {
        return lockAllFor(List.of(conversationId));
    }

    /** The offers of any of the conversations under their locks. */
    public List<Offer> lockAllFor(List<Long> conversations) {
        return em.createQuery("select o from Offer o where o.openFor in :conversations order by o.id", Offer.class)
                .setParameter("conversations", conversations)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** The agent's offer of the conversation under its lock. */
    public Optional<Offer> lockFor(long conversationId, long accountId) {
        return em
                .createQuery(
                        "select o from Offer o where o.openFor = :conversation and o.accountId = :agent", Offer.class)
                .setParameter("conversation", conversationId)
                .setParameter("agent", accountId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The agent's offers under their locks. */
    public List<Offer> lockAllOf(long accountId) {
        return em.createQuery(
                        "select o from Offer o where o.accountId = :agent and o.endedAt is null order by o.id",
                        Offer.class)
                .setParameter("agent", accountId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Offers whose time is over, the oldest first. */
    public List<Key> due(Instant now) {
        return keys(em.createNativeQuery("""
                        select o.id, o.company_id, o.account_id from offer o
                         where o.ended_at is null and o.expires_at <= ?1 order by o.expires_at, o.id
                        """).setParameter(1, Moments.toColumn(now)));
    }

    /** The company's offers of conversations that no longer wait in a department of the agent. */
    public List<Key> pointless(long companyId) {
        return keys(em.createNativeQuery("""
                        select o.id, o.company_id, o.account_id from offer o join conversation c on c.id = o.conversation_id
                         where o.company_id = ?1 and o.ended_at is null
                           and (c.status <> 'waiting' or not exists (
                                select 1 from department_member m
                                 where m.department_id = c.department_id and m.account_id = o.account_id))
                         order by o.id
                        """).setParameter(1, companyId));
    }

    @SuppressWarnings("unchecked")
    private static List<Key> keys(Query query) {
        List<Object[]> rows = query.setMaxResults(A_ROUND).getResultList();
        return rows.stream()
                .map(row -> new Key(number(row[0]), number(row[1]), number(row[2])))
                .toList();
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    /** The agent's open offers, the longest waiting first. */
    @SuppressWarnings("unchecked")
    public List<OfferView> of(long companyId, long accountId) {
        List<Object[]> rows = em.createNativeQuery("""
                        select c.public_id, v.public_id as visitor, v.name as visitor_name, d.public_id as department,
                               d.name as department_name, c.waiting_since, o.expires_at,
                               (select m.body from message m where m.conversation_id = c.id and m.kind in ('text', 'file')
                                 order by m.seq desc limit 1) as words
                          from offer o join conversation c on c.id = o.conversation_id
                               join visitor v on v.id = c.visitor_id join department d on d.id = c.department_id
                         where o.company_id = ?1 and o.account_id = ?2 and o.ended_at is null
                         order by c.priority desc, c.waiting_since, c.id
                        """)
                .setParameter(1, companyId)
                .setParameter(2, accountId)
                .setMaxResults(A_ROUND)
                .getResultList();
        return rows.stream().map(OpenOffers::view).toList();
    }

    /** Open offers of these agents, as far as a look for lost hints needs them; 500 agents at a question. */
    @SuppressWarnings("unchecked")
    public List<StandingOffer> standing(Collection<Long> accounts) {
        var all = List.copyOf(accounts);
        var found = new ArrayList<StandingOffer>();
        for (int i = 0; i < all.size(); i += AGENTS_AT_ONCE) {
            List<Object[]> rows = em.createQuery("""
                            select o.companyId, o.accountId, c.publicId, o.expiresAt from Offer o, Conversation c
                             where o.accountId in :accounts and o.endedAt is null and c.id = o.conversationId
                            """)
                    .setParameter("accounts", all.subList(i, Math.min(all.size(), i + AGENTS_AT_ONCE)))
                    .getResultList();
            rows.forEach(r -> found.add(new StandingOffer((Long) r[0], (Long) r[1], (String) r[2], (Instant) r[3])));
        }
        return found;
    }

    /** How the agent's last offer of the conversation ended; empty while that stands, or there was none. @param conversation public id */
    public Optional<OfferOutcome> outcome(long companyId, long accountId, String conversation) {
        List<?> outcomes = em.createNativeQuery("""
                        select o.outcome from offer o join conversation c on c.id = o.conversation_id
                         where o.company_id = ?1 and o.account_id = ?2 and c.public_id = ?3
                         order by o.id desc
                        """)
                .setParameter(1, companyId)
                .setParameter(2, accountId)
                .setParameter(3, conversation)
                .setMaxResults(1)
                .getResultList();
        return outcomes.stream().filter(Objects::nonNull).findFirst().map(o -> OfferOutcome.of((String) o));
    }

    private static OfferView view(Object[] row) {
        return new OfferView(
                (String) row[0],
                new Named((String) row[1], (String) row[2]),
                new Named((String) row[3], (String) row[4]),
                (String) row[7],
                Moments.ofColumn(row[5]),
                Moments.ofColumn(row[6]));
    }
}

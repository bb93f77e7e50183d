package dev.parley.notification.persistence;

import dev.parley.notification.Letter;
import dev.parley.notification.PushAddress;
import dev.parley.notification.domain.PushSubscription;
import dev.parley.notification.domain.ServerKey;
import dev.parley.shared.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The rows of web push. A session bean, because sending asks it from outside any transaction: each step commits by itself. Not a door:
 * {@code WebPush} is.
 */
@Stateless
@PermitAll
public class Subscriptions {
    /** Browsers of one visitor; for another one the oldest goes. */
    public static final int MOST = 5;

    /** How long a letter that is sent again belongs to whoever sends it. */
    private static final Duration IN_HAND = Duration.ofMinutes(2);

    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** For the container. */
    public Subscriptions() {}

    /** For tests without a container. */
    public Subscriptions(EntityManager em) {
        this.em = em;
    }

    /** Parley's own keys, made when they are first asked for. Two that make them at once collide. */
    public ServerKey key() {
        ServerKey known = em.find(ServerKey.class, ServerKey.ONLY);
        if (known != null) return known;
        ServerKey made = ServerKey.make();
        em.persist(made);
        em.flush();
        return made;
    }

    /** A visitor wants to hear of answers in this browser. Whoever had it before hears no more. */
    public void add(Caller.Visitor visitor, PushAddress address, String notice, Instant now) {
        em.createNamedQuery("PushSubscription.endAt")
                .setParameter("endpointHash", PushSubscription.hash(address.endpoint()))
                .executeUpdate();
        List<PushSubscription> known = of(visitor.companyId(), visitor.publicId());
        known.subList(0, Math.max(0, known.size() - MOST + 1)).forEach(em::remove);
        em.persist(PushSubscription.of(visitor, address, notice, now));
        em.flush();
    }

    /** A visitor wants to hear nothing more, in no browser. */
    public void end(Caller.Visitor visitor) {
        em.createNamedQuery("PushSubscription.end")
                .setParameter("companyId", visitor.companyId())
                .setParameter("visitor", visitor.publicId())
                .executeUpdate();
    }

    /** What to send to a visitor's browsers, as somebody answered in that conversation. */
    public List<Letter> letters(long companyId, String visitor, long conversation, Instant now) {
        return of(companyId, visitor).stream()
                .map(subscription -> subscription.answered(conversation, now))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Letters that have waited long enough, each for one who sends it now. */
    public List<Letter> due(Instant now, int most) {
        return em
                .createNamedQuery("PushSubscription.due", Long.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList()
                .stream()
                // another node may have looked at the same moment
                .map(id -> em.find(PushSubscription.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(Objects::nonNull)
                .map(subscription -> subscription.waited(now, now.plus(IN_HAND)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The push service took the letter. */
    public void taken(Letter letter) {
        find(letter).ifPresent(PushSubscription::taken);
    }

    /** It did not. @param asked for how long it wants to be left alone at least */
    public void failed(Letter letter, Duration asked, Instant now) {
        find(letter)
                .filter(subscription -> !subscription.failed(letter.conversation(), asked, now))
                .ifPresent(em::remove);
    }

    /** The browser wants no more, says the push service. */
    public void gone(Letter letter) {
        find(letter).ifPresent(em::remove);
    }

    private Optional<PushSubscription> find(Letter letter) {
        return Optional.ofNullable(em.find(PushSubscription.class, letter.subscription()));
    }

    private List<PushSubscription> of(long companyId, String visitor) {
        return em.createNamedQuery("PushSubscription.ofVisitor", PushSubscription.class)
                .setParameter("companyId", companyId)
                .setParameter("visitor", visitor)
                .getResultList();
    }
}

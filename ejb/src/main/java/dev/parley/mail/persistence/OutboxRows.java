package dev.parley.mail.persistence;

import dev.parley.mail.domain.OutboxItem;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rows of the outbox. A session bean, because sending asks it from outside any transaction: each step commits by itself. Not a door:
 * {@code Outbox} is.
 */
@Stateless
@PermitAll
public class OutboxRows {
    /** How long it is remembered that something left. */
    private static final Duration KEEP = Duration.ofDays(30);

    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** Something that is ours to send now. */
    public record Item(long id, String publicId, String content, int attempts, Instant until) {
        /** Whether it is worth nothing any more. */
        public boolean over(Instant at) {
            return at.isAfter(until);
        }

        /** Whether it is not tried again. */
        public boolean last() {
            return attempts >= OutboxItem.MOST_ATTEMPTS;
        }

        /** Neither to whom nor what: this text may reach a log. */
        @Override
        public String toString() {
            return "Item[" + publicId + "]";
        }
    }

    /** What may be tried, the oldest first. */
    public List<Long> due(Instant at, int most) {
        return em.createNamedQuery("OutboxItem.due", Long.class)
                .setParameter("now", at)
                .setMaxResults(most)
                .getResultList();
    }

    /** Takes one for two minutes; nothing where another node has it by now. */
    public Optional<Item> take(long id, Instant at) {
        OutboxItem item = em.find(OutboxItem.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (item == null || !item.due(at)) return Optional.empty();
        item.take(at);
        return Optional.of(new Item(id, item.publicId(), item.content(), item.attempts(), item.until()));
    }

    /** Sent, or given up. Forgets those of a month ago. */
    public void end(long id, String outcome, String said, Instant at) {
        em.find(OutboxItem.class, id, LockModeType.PESSIMISTIC_WRITE).end(outcome, said, at);
        em.createNamedQuery("OutboxItem.forget")
                .setParameter("before", at.minus(KEEP))
                .executeUpdate();
    }

    /** After a pause again. */
    public void later(Item item, String said, Instant at) {
        em.find(OutboxItem.class, item.id(), LockModeType.PESSIMISTIC_WRITE).tryLater(said, at);
    }
}

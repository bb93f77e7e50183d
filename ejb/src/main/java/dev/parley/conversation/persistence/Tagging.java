package dev.parley.conversation.persistence;

import dev.parley.company.LabelView;
import dev.parley.conversation.domain.Conversation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Which tags a conversation has. Needs a transaction that holds the lock of its head. */
@ApplicationScoped
public class Tagging {
    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** From now on it has these, of its own company, and no others; one that it had keeps the moment it was given. */
    public void set(Conversation conversation, List<LabelView> tags, Instant at) {
        List<Long> known = keys(conversation);
        List<Long> wanted = tags.stream().map(LabelView::id).toList();
        known.stream()
                .filter(key -> !wanted.contains(key))
                .forEach(key -> em.createNativeQuery(
                                "delete from conversation_tag where conversation_id = ?1 and label_id = ?2")
                        .setParameter(1, conversation.id())
                        .setParameter(2, key)
                        .executeUpdate());
        wanted.stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> em.createNativeQuery(
                                "insert into conversation_tag (conversation_id, label_id, company_id, at) values (?1, ?2, ?3, ?4)")
                        .setParameter(1, conversation.id())
                        .setParameter(2, key)
                        .setParameter(3, conversation.companyId())
                        .setParameter(4, at.atOffset(ZoneOffset.UTC))
                        .executeUpdate());
    }

    public boolean has(Conversation conversation) {
        return !keys(conversation).isEmpty();
    }

    private List<Long> keys(Conversation conversation) {
        List<?> found = em.createNativeQuery("select label_id from conversation_tag where conversation_id = ?1")
                .setParameter(1, conversation.id())
                .getResultList();
        return found.stream().map(key -> ((Number) key).longValue()).toList();
    }
}

package dev.parley.conversation.persistence;

import dev.parley.conversation.domain.MentionRow;
import dev.parley.conversation.domain.NoteRow;
import dev.parley.shared.Caller;
import dev.parley.shared.Permission;
import dev.parley.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Which notes name which colleagues, and whether they have looked since. In the caller's transaction. */
@Dependent
public class MentionRows {
    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** The author's colleagues who answer visitors. */
    public List<Colleague> colleagues(Caller.Staff author) {
        return em.createNamedQuery("MentionRow.colleagues", Object[].class)
                .setParameter("companyId", author.companyId())
                .setParameter("authorId", author.accountId())
                .getResultStream()
                .filter(found -> answers((Role) found[2], (String) found[3]))
                .map(found -> new Colleague((Long) found[0], (String) found[1]))
                .toList();
    }

    private static boolean answers(Role role, String own) {
        return role == null
                ? Permission.parse(own).contains(Permission.ANSWER_CONVERSATIONS)
                : role.may(Permission.ANSWER_CONVERSATIONS);
    }

    public void add(NoteRow note, long accountId) {
        em.persist(MentionRow.of(note, accountId));
    }

    /** @return how many of the conversation's notes the caller had not seen until now */
    public int see(Caller.Staff staff, long conversationId) {
        return em.createNamedQuery("MentionRow.see")
                .setParameter("companyId", staff.companyId())
                .setParameter("accountId", staff.accountId())
                .setParameter("conversationId", conversationId)
                .executeUpdate();
    }

    /** As others call her or him. */
    public record Colleague(long accountId, String name) {}
}

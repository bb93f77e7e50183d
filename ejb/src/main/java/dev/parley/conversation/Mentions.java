package dev.parley.conversation;

import dev.parley.conversation.ConversationEvent.Mentioned;
import dev.parley.conversation.ConversationEvent.MentionsSeen;
import dev.parley.conversation.domain.MentionRow;
import dev.parley.conversation.domain.NoteRow;
import dev.parley.conversation.persistence.ConversationReader;
import dev.parley.shared.Caller;
import dev.parley.shared.Permission;
import dev.parley.shared.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * Colleagues whom internal notes name. Whoever is named may see the conversation, whatever the departments, and hears of it until it has
 * been in front.
 */
@Stateless
@PermitAll
public class Mentions {
    /** How many of one note are told. */
    static final int MOST = 20;

    private static final int LISTED = 50;

    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    private final ConversationReader conversations;
    private final Event<ConversationEvent> news;

    protected Mentions() {
        this(null, null);
    }

    @Inject
    public Mentions(ConversationReader conversations, Event<ConversationEvent> news) {
        this.conversations = conversations;
        this.news = news;
    }

    /** Conversations in which the caller was named and has not looked since, newest first, at most 50. */
    public List<ConversationView> unseen(Caller caller) {
        Caller.Staff staff = caller.require(Permission.ANSWER_CONVERSATIONS);
        return conversations.mentioning(staff.companyId(), staff.accountId(), staff.publicId(), LISTED);
    }

    /**
     * The caller has had the conversation in front. Harmless where nobody was named.
     *
     * @param conversation its public id, for those who hear of it
     */
    public void see(Caller caller, long conversationId, String conversation) {
        Caller.Staff staff = caller.require(Permission.ANSWER_CONVERSATIONS);
        int seen = em.createNamedQuery("MentionRow.see")
                .setParameter("companyId", staff.companyId())
                .setParameter("accountId", staff.accountId())
                .setParameter("conversationId", conversationId)
                .executeUpdate();
        if (seen > 0) news.fire(new MentionsSeen(staff.companyId(), conversationId, conversation, staff.accountId()));
    }

    /** A note was written, in this transaction: keeps whom it names, and says so. */
    void written(Caller.Staff author, NoteRow row, Note note) {
        if (note.text().indexOf('@') < 0) return;
        var colleagues = em.createNamedQuery("MentionRow.colleagues", Object[].class)
                .setParameter("companyId", author.companyId())
                .setParameter("authorId", author.accountId())
                .getResultStream()
                .filter(found -> ((Role) found[2]).may(Permission.ANSWER_CONVERSATIONS))
                .map(found -> new NamedColleagues.Colleague((Long) found[0], (String) found[1]))
                .toList();
        NamedColleagues.in(note.text(), colleagues).stream().limit(MOST).forEach(account -> {
            em.persist(MentionRow.of(row, account));
            news.fire(new Mentioned(author.companyId(), row.conversationId(), account, note));
        });
    }
}

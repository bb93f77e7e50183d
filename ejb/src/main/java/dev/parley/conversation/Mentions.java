package dev.parley.conversation;

import dev.parley.conversation.ConversationEvent.MentionsSeen;
import dev.parley.conversation.persistence.ConversationReader;
import dev.parley.conversation.persistence.MentionRows;
import dev.parley.shared.Caller;
import dev.parley.shared.Page;
import dev.parley.shared.Permission;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;

/**
 * For colleagues whom internal notes name. Whoever is named may see the conversation, whatever the departments, and hears of it until it
 * has been in front.
 */
@Stateless
@PermitAll
public class Mentions {
    private static final int LISTED = 50;
    private static final int MOST = 200;

    private final ConversationReader conversations;
    private final MentionRows rows;
    private final Event<ConversationEvent> news;

    protected Mentions() {
        this(null, null, null);
    }

    @Inject
    public Mentions(ConversationReader conversations, MentionRows rows, Event<ConversationEvent> news) {
        this.conversations = conversations;
        this.rows = rows;
        this.news = news;
    }

    /** Conversations in which the caller was named and has not looked since, newest first, at most 50. */
    public List<ConversationView> unseen(Caller caller) {
        return unseen(caller, null, LISTED).items();
    }

    /**
     * Some of them, newest first.
     *
     * @param cursor the {@code next} of the part before, or null for the first; what was looked at meanwhile is still one
     * @param limit 1 to 200
     * @throws dev.parley.shared.Invalid for another limit, or a cursor that is none
     */
    public Page<ConversationView> unseen(Caller caller, String cursor, int limit) {
        Caller.Staff staff = caller.require(Permission.ANSWER_CONVERSATIONS);
        int most = Page.limit(limit, MOST);
        long before = cursor == null
                ? Long.MAX_VALUE
                : conversations
                        .standing(staff.companyId(), cursor)
                        .map(Standing::id)
                        .orElseThrow(Page::unknownCursor);
        return Page.of(
                conversations.mentioning(staff.companyId(), staff.accountId(), staff.publicId(), before, most + 1),
                most,
                ConversationView::id);
    }

    /**
     * The caller has had the conversation in front. Harmless where nobody was named.
     *
     * @param conversation its public id, for those who hear of it
     */
    public void see(Caller caller, long conversationId, String conversation) {
        Caller.Staff staff = caller.require(Permission.ANSWER_CONVERSATIONS);
        if (rows.see(staff, conversationId) > 0)
            news.fire(new MentionsSeen(staff.companyId(), conversationId, conversation, staff.accountId()));
    }
}

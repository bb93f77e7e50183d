package dev.parley.conversation;

import dev.parley.company.Departments;
import dev.parley.company.FormAnswer;
import dev.parley.company.LabelKind;
import dev.parley.company.LabelView;
import dev.parley.company.Labels;
import dev.parley.conversation.persistence.AnswerRows;
import dev.parley.conversation.persistence.ConversationReader;
import dev.parley.conversation.persistence.MessageReader;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.Page;
import dev.parley.shared.Permission;
import dev.parley.shared.Refused;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * Reading conversations, and ending them. A conversation that the caller may not see is {@link NotFound}, word for word like one that does
 * not exist. Nothing here returns a note; see {@link Notes}.
 */
@Stateless
@PermitAll
public class Conversations {
    /** How many a socket's welcome lists. */
    public static final int WELCOME = 100;

    private final ConversationReader conversations;
    private final AnswerRows answers;
    private final MessageReader messages;
    private final Admissions admissions;
    private final Lifecycle lifecycle;
    private final Labels labels;
    private final Departments departments;

    protected Conversations() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public Conversations(
            ConversationReader conversations,
            AnswerRows answers,
            MessageReader messages,
            Admissions admissions,
            Lifecycle lifecycle,
            Labels labels,
            Departments departments) {
        this.conversations = conversations;
        this.answers = answers;
        this.messages = messages;
        this.admissions = admissions;
        this.lifecycle = lifecycle;
        this.labels = labels;
        this.departments = departments;
    }

    /** The conversation as it stands, if the caller may see it. @throws NotFound otherwise */
    public Standing visible(Caller caller, String conversation) {
        return admissions.visible(caller, conversation);
    }

    /** What the visitor filled in before it. @throws NotFound if the agent may not see it */
    public List<FormAnswer> answers(Caller caller, String conversation) {
        Standing standing = visible(
                caller.requireAny(Permission.ANSWER_CONVERSATIONS, Permission.SEE_ALL_CONVERSATIONS), conversation);
        return answers.of(standing.companyId(), standing.id());
    }

    /** Whether the caller may see the conversation with this key. */
    public boolean maySee(Caller caller, long conversationId) {
        try {
            if (caller instanceof Caller.Visitor visitor) {
                return conversations
                        .one(visitor.companyId(), conversationId, "visitor", visitor.publicId())
                        .filter(v -> v.visitor().id().equals(visitor.publicId()))
                        .isPresent();
            }
            Caller.Staff staff = caller.requireAny(Permission.ANSWER_CONVERSATIONS, Permission.SEE_ALL_CONVERSATIONS);
            return staff.role().may(Permission.SEE_ALL_CONVERSATIONS)
                    ? conversations
                            .one(staff.companyId(), conversationId, "agent", staff.publicId())
                            .isPresent()
                    : conversations.isVisibleTo(staff.companyId(), conversationId, staff.accountId());
        } catch (Forbidden e) {
            return false;
        }
    }

    /** The conversation as the caller's list shows it. @throws NotFound if the caller may not see it */
    public ConversationView get(Caller caller, String conversation) {
        Standing standing = visible(caller, conversation);
        return view(caller, standing.companyId(), standing.id());
    }

    /** As {@link #get}, by key, for sessions that follow it already. @throws NotFound if there is none */
    public ConversationView view(Caller caller, long companyId, long conversationId) {
        Author reader = Author.of(caller);
        return conversations
                .one(companyId, conversationId, reader.kind(), reader.id())
                .orElseThrow(() -> new NotFound("There is no such conversation."));
    }

    /**
     * What a socket's welcome lists, newest first: a visitor's own; an agent's own, those taken part in, and those waiting in the agent's
     * departments. One more than {@link #WELCOME} where there are more.
     */
    public List<ConversationView> mine(Caller caller) {
        if (caller instanceof Caller.Visitor v) {
            return conversations.ofVisitor(v.companyId(), v.visitorId(), v.publicId(), WELCOME + 1);
        }
        Caller.Staff staff = caller.require(Permission.ANSWER_CONVERSATIONS);
        return conversations.ofAgent(staff.companyId(), staff.accountId(), staff.publicId(), WELCOME + 1);
    }

    /** Keys of a visitor's conversations, newest first, as many as a welcome lists. */
    public List<Long> keysOfVisitor(long companyId, long visitorId) {
        return conversations.keysOfVisitor(companyId, visitorId, WELCOME);
    }

    /** A page of the company's conversations, newest first, as far as the agent may see them. @throws Invalid for a foreign cursor */
    public Page<ConversationView> list(Caller caller, ConversationFilter filter) {
        Caller.Staff staff = caller.requireAny(Permission.ANSWER_CONVERSATIONS, Permission.SEE_ALL_CONVERSATIONS);
        Long before = null;
        if (filter.cursor() != null) {
            // the cursor is the last item's id: it says nothing that its reader does not know
            before = conversations
                    .standing(staff.companyId(), filter.cursor())
                    .map(Standing::id)
                    .orElseThrow(() -> new Invalid("The cursor is not one of this list."));
        }
        Long onlyVisibleTo = staff.role().may(Permission.SEE_ALL_CONVERSATIONS) ? null : staff.accountId();
        var items = conversations.list(staff.companyId(), staff.publicId(), onlyVisibleTo, filter, before);
        return Page.of(items, filter.limit(), ConversationView::id);
    }

    /**
     * Part of the timeline.
     *
     * @param after the seq behind which to begin, or null
     * @param before the seq before which to end, or null; both null gives the newest
     * @param limit 1 to {@value History#MAX_LIMIT}; null is {@value History#DEFAULT_LIMIT}
     * @throws NotFound if the caller may not see it
     * @throws Invalid if both ends are given, or a number is negative
     */
    public History history(Caller caller, String conversation, Long after, Long before, Integer limit) {
        if (after != null && before != null) throw new Invalid("Give after or before, not both.");
        if (after != null && after < 0 || before != null && before < 0) throw new Invalid("A seq is not negative.");
        int most = limit == null ? History.DEFAULT_LIMIT : Math.max(1, Math.min(limit, History.MAX_LIMIT));
        Standing standing = visible(caller, conversation);
        List<Message> found = after != null
                ? messages.after(standing.id(), conversation, after, most + 1)
                : messages.before(standing.id(), conversation, before == null ? Long.MAX_VALUE : before, most + 1);
        if (found.size() <= most) return new History(conversation, found, false);
        return new History(conversation, after != null ? found.subList(0, most) : found.subList(1, found.size()), true);
    }

    /** What follows {@code seq} in a conversation that the session was let into before; for catching up, page by page. */
    public List<Message> missed(long conversationId, String conversation, long seq, int limit) {
        return messages.after(conversationId, conversation, seq, limit);
    }

    /** The last seq of each of these conversations of a company, by public id. */
    public Map<String, Long> heads(long companyId, List<Long> conversationIds) {
        return conversations.heads(companyId, conversationIds);
    }

    /**
     * Ends a conversation: a visitor its own, an agent one that he takes part in, or any he may see.
     *
     * @param closing what an agent says about it; of a visitor it is not looked at
     * @throws NotFound if the caller may not see it
     * @throws Refused if it has ended already
     * @throws Invalid if a label is not one of the company's, or the department wants a tag and it has none
     */
    public void close(Caller caller, String conversation, Closing closing) {
        Standing standing = visible(caller, conversation);
        Author by = Author.of(caller);
        if (!(caller instanceof Caller.Staff staff)) {
            lifecycle.close(standing.id(), by, "visitor");
            return;
        }
        staff.require(Permission.ANSWER_CONVERSATIONS);
        long company = staff.companyId();
        var tags = closing.tags() == null ? null : tags(company, closing.tags());
        var outcome = closing.outcome() == null
                ? null
                : labels.require(company, LabelKind.OUTCOME, List.of(closing.outcome()))
                        .get(0);
        boolean required = departments.get(company, standing.departmentId()).tagsRequired();
        lifecycle.close(standing.id(), by, "agent", tags, outcome, required);
    }

    /**
     * Says what a conversation is about; what it had before and is not named goes.
     *
     * @param tags public ids of the company's tags, at most {@value Closing#MOST_TAGS}
     * @throws NotFound if the agent may not see it
     * @throws Invalid for too many, or one that the company does not have
     */
    public void tag(Caller caller, String conversation, List<String> tags) {
        Caller.Staff staff = caller.require(Permission.ANSWER_CONVERSATIONS);
        Standing standing = visible(staff, conversation);
        lifecycle.tag(standing.id(), tags(staff.companyId(), tags), Author.of(staff));
    }

    /**
     * Says how much a conversation presses.
     *
     * @throws NotFound if the agent may not see it
     * @throws dev.parley.shared.Refused if it is closed
     */
    public void prioritise(Caller caller, String conversation, Priority priority) {
        Caller.Staff staff = caller.require(Permission.ANSWER_CONVERSATIONS);
        lifecycle.prioritise(visible(staff, conversation).id(), priority, Author.of(staff));
    }

    private List<LabelView> tags(long company, List<String> ids) {
        if (ids.size() > Closing.MOST_TAGS) throw new Invalid("A conversation has at most 20 tags.");
        return labels.require(company, LabelKind.TAG, ids);
    }
}

package dev.parley.conversation;

import dev.parley.company.LabelView;
import dev.parley.conversation.ConversationEvent.AgentJoined;
import dev.parley.conversation.ConversationEvent.AgentLeft;
import dev.parley.conversation.ConversationEvent.ConversationAssigned;
import dev.parley.conversation.ConversationEvent.ConversationClosed;
import dev.parley.conversation.ConversationEvent.ConversationPrioritised;
import dev.parley.conversation.ConversationEvent.ConversationReopened;
import dev.parley.conversation.ConversationEvent.ConversationRequeued;
import dev.parley.conversation.ConversationEvent.ConversationTagged;
import dev.parley.conversation.ConversationEvent.ConversationTransferred;
import dev.parley.conversation.ConversationEvent.MessagePosted;
import dev.parley.conversation.ConversationEvent.NoteWritten;
import dev.parley.conversation.persistence.Change;
import dev.parley.conversation.persistence.Ledger;
import dev.parley.conversation.persistence.Ledger.Person;
import dev.parley.conversation.persistence.Tagging;
import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import dev.parley.shared.Refused;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Changes of a conversation's status, owner and participants. Each runs in the caller's transaction, takes the lock of the conversation's
 * head first, raises its epoch, appends one entry to the log and one event to the timeline everybody sees, and fires one
 * {@link ConversationEvent}. Whether the caller may is decided before: by routing, or by {@link Conversations}.
 *
 * <p>Lock order everywhere: agent's presence, head, conversation, offer.
 */
@Stateless
@PermitAll
public class Lifecycle {
    private static final String SILENCE = "inactivity";

    private final Ledger ledger;
    private final Tagging tagging;
    private final Event<ConversationEvent> news;

    protected Lifecycle() {
        this(null, null, null);
    }

    @Inject
    public Lifecycle(Ledger ledger, Tagging tagging, Event<ConversationEvent> news) {
        this.ledger = ledger;
        this.tagging = tagging;
        this.news = news;
    }

    /**
     * Makes a waiting conversation the agent's.
     *
     * @throws Refused unless it waits
     * @throws dev.parley.shared.NotFound if there is no such conversation or agent in it
     */
    public void assign(long conversationId, long accountId, Author by, String reason) {
        Change change = ledger.begin(conversationId);
        var conversation = change.conversation();
        Person agent = ledger.person(conversation.companyId(), accountId);
        conversation.assignTo(accountId, change.at());
        ledger.participate(conversation, accountId, change.at());
        Message line =
                ledger.append(change, "joined", by, accountId, reason, event -> event.add("agent", agent.json()));
        news.fire(new ConversationAssigned(
                conversation.companyId(), conversationId, accountId, conversation.departmentId(), by, line));
    }

    /**
     * Gives an open conversation back to its old place in the queue.
     *
     * @throws Refused unless it is open
     */
    public void requeue(long conversationId, Author by, String reason) {
        Change change = ledger.begin(conversationId);
        var conversation = change.conversation();
        Long former = conversation.returnToQueue();
        ledger.leave(conversation, former);
        Message line = ledger.append(change, "requeued", by, former, reason, event -> {});
        news.fire(new ConversationRequeued(
                conversation.companyId(), conversationId, conversation.departmentId(), former, by, reason, line));
    }

    /**
     * Lets it wait in another department of the company, at the place its waiting time gives it there.
     *
     * @param comment a note for colleagues, or null
     * @throws Refused if it is closed
     * @throws dev.parley.shared.NotFound if the company has no such department
     */
    public void transferToDepartment(long conversationId, long departmentId, Author by, String comment) {
        Change change = move(conversationId, departmentId, by, comment);
        comment(change, by, comment);
    }

    /**
     * As {@link #transferToDepartment}, by the desk itself, since its department has too much or nobody is there.
     *
     * @param reason a code, for the log
     */
    public void passOn(long conversationId, long departmentId, String reason) {
        move(conversationId, departmentId, Author.SYSTEM, reason);
    }

    private Change move(long conversationId, long departmentId, Author by, String reason) {
        Change change = ledger.begin(conversationId);
        var conversation = change.conversation();
        Person department = ledger.department(conversation.companyId(), departmentId);
        long from = conversation.departmentId();
        Long former = conversation.moveTo(departmentId);
        ledger.leave(conversation, former);
        Message line = ledger.append(
                change, "transferred", by, former, reason, event -> event.add("department", department.json()));
        news.fire(new ConversationTransferred(
                conversation.companyId(), conversationId, from, departmentId, former, null, by, line));
        return change;
    }

    /**
     * Hands it to a colleague who is known to have room for it.
     *
     * @param comment a note for colleagues, or null
     * @throws Refused if it is closed
     */
    public void transferToAgent(long conversationId, long accountId, Author by, String comment) {
        Change change = ledger.begin(conversationId);
        var conversation = change.conversation();
        Person agent = ledger.person(conversation.companyId(), accountId);
        Long former = conversation.handOverTo(accountId, change.at());
        if (former != null && former != accountId) ledger.leave(conversation, former);
        ledger.participate(conversation, accountId, change.at());
        Message line =
                ledger.append(change, "transferred", by, accountId, comment, event -> event.add("agent", agent.json()));
        long department = conversation.departmentId();
        news.fire(new ConversationTransferred(
                conversation.companyId(), conversationId, department, department, former, accountId, by, line));
        comment(change, by, comment);
    }

    /** As a note, which no query of a visitor returns; told last, when whoever gets the conversation follows it. */
    private void comment(Change change, Author by, String comment) {
        if (comment == null) return;
        var conversation = change.conversation();
        Note note = ledger.note(change, by, comment);
        news.fire(new NoteWritten(conversation.companyId(), conversation.id(), note, null));
    }

    /** Lets a colleague take part in an open conversation beside its owner. No news where the colleague does already. */
    public void join(long conversationId, long accountId, Author by) {
        Change change = ledger.begin(conversationId);
        var conversation = change.conversation();
        Person agent = ledger.person(conversation.companyId(), accountId);
        if (!ledger.participate(conversation, accountId, change.at())) return;
        Message line = ledger.append(change, "joined", by, accountId, null, event -> event.add("agent", agent.json()));
        news.fire(new AgentJoined(
                conversation.companyId(), conversationId, accountId, conversation.departmentId(), by, line));
    }

    /**
     * As {@link #join}, by a colleague who asks for it.
     *
     * @param comment a note for colleagues, or null
     * @throws Refused unless it is open, or where the colleague takes part already
     */
    public void invite(long conversationId, long accountId, Author by, String comment) {
        Change change = ledger.begin(conversationId);
        var conversation = change.conversation();
        if (conversation.agentId() == null)
            throw new Refused("It is " + conversation.status().wire() + ".");
        Person agent = ledger.person(conversation.companyId(), accountId);
        if (!ledger.participate(conversation, accountId, change.at())) {
            throw new Refused("The colleague takes part already.");
        }
        Message line =
                ledger.append(change, "joined", by, accountId, comment, event -> event.add("agent", agent.json()));
        news.fire(new AgentJoined(
                conversation.companyId(), conversationId, accountId, conversation.departmentId(), by, line));
        comment(change, by, comment);
    }

    /**
     * A colleague who takes part beside the owner does so no longer.
     *
     * @throws Refused if the colleague owns it; it has to be handed on then
     */
    public void leave(long conversationId, long accountId, Author by) {
        Change change = ledger.begin(conversationId);
        var conversation = change.conversation();
        if (conversation.agentId() != null && conversation.agentId() == accountId) {
            throw new Refused("It is yours: transfer it, or give it back to the queue.");
        }
        if (!ledger.isParticipant(conversationId, accountId)) return;
        Person agent = ledger.person(conversation.companyId(), accountId);
        ledger.leave(conversation, accountId);
        Message line = ledger.append(change, "left", by, accountId, null, event -> event.add("agent", agent.json()));
        news.fire(new AgentLeft(
                conversation.companyId(), conversationId, accountId, conversation.departmentId(), by, line));
    }

    /** Lets it press so much from now on; where it waits, it waits at the place that gives it. @throws Refused if it is closed */
    public void prioritise(long conversationId, Priority priority, Author by) {
        Change change = ledger.begin(conversationId);
        var conversation = change.conversation();
        if (conversation.priority() == priority.level()) return;
        conversation.prioritise(priority.level());
        ledger.log(change, "prioritised", by, priority.wire());
        news.fire(new ConversationPrioritised(
                conversation.companyId(), conversationId, conversation.publicId(), conversation.departmentId(), by));
    }

    /** Gives it these tags of its company, in place of those it had. */
    public void tag(long conversationId, List<LabelView> tags, Author by) {
        Change change = ledger.begin(conversationId);
        var conversation = change.conversation();
        tagging.set(conversation, tags, change.at());
        news.fire(new ConversationTagged(
                conversation.companyId(), conversationId, conversation.publicId(), conversation.departmentId(), by));
    }

    /**
     * Ends it.
     *
     * @param reason a code: {@code agent}, {@code visitor}, …
     * @throws Refused if it has ended already
     */
    public void close(long conversationId, Author by, String reason) {
        close(conversationId, by, reason, null, null, false);
    }

    /**
     * As {@link #close(long, Author, String)}, and says what it was about and how it ended; both are for colleagues only.
     *
     * @param tags what it shall have, or null for what it has
     * @param outcome or null
     * @param tagsRequired whether it must have a tag then
     * @throws Invalid if it has none and must
     */
    public void close(
            long conversationId,
            Author by,
            String reason,
            List<LabelView> tags,
            LabelView outcome,
            boolean tagsRequired) {
        Change change = ledger.begin(conversationId);
        var conversation = change.conversation();
        Long former = conversation.close(reason, outcome == null ? null : outcome.id(), change.at());
        if (tags != null) tagging.set(conversation, tags, change.at());
        if (tagsRequired && !tagging.has(conversation)) throw new Invalid("Its department wants a tag first.");
        Message line = ledger.append(change, "closed", by, former, reason, event -> event.add("reason", reason));
        news.fire(new ConversationClosed(
                conversation.companyId(), conversationId, conversation.departmentId(), former, by, reason, line));
    }

    /**
     * Reminds a visitor who does not answer.
     *
     * @param words the company's, or null where the clients say it in theirs
     * @param lasts asked when the head is locked; false means that somebody has written meanwhile, or that it was done: then nothing happens
     * @return whether it was done
     */
    public boolean remind(long conversationId, String words, BooleanSupplier lasts) {
        Change change = ledger.begin(conversationId);
        if (!lasts.getAsBoolean()) return false;
        Message line = ledger.append(change, "reminded", Author.SYSTEM, null, null, event -> say(event, words));
        news.fire(new MessagePosted(change.conversation().companyId(), conversationId, line, null));
        return true;
    }

    /** Ends a conversation in which the visitor did not answer, with the reason {@code inactivity}. As {@link #remind}. */
    public void closeSilent(long conversationId, String words, BooleanSupplier lasts) {
        Change change = ledger.begin(conversationId);
        if (!lasts.getAsBoolean()) return;
        var conversation = change.conversation();
        Long former = conversation.close(SILENCE, null, change.at());
        Message line = ledger.append(
                change, "closed", Author.SYSTEM, former, SILENCE, event -> say(event.add("reason", SILENCE), words));
        news.fire(new ConversationClosed(
                conversation.companyId(),
                conversationId,
                conversation.departmentId(),
                former,
                Author.SYSTEM,
                SILENCE,
                line));
    }

    private static void say(JsonObjectBuilder event, String words) {
        if (words != null) event.add("text", words);
    }

    /** Lets a closed one wait again, from now. @throws Refused unless it is closed */
    public void reopen(long conversationId, Author by) {
        Change change = ledger.begin(conversationId);
        var conversation = change.conversation();
        conversation.reopen(change.at());
        ledger.leaveAll(conversation);
        Message line = ledger.append(change, "reopened", by, null, null, event -> {});
        news.fire(new ConversationReopened(
                conversation.companyId(), conversationId, conversation.departmentId(), by, line));
    }

    /**
     * Says that an earlier message has changed: a row of its own with the next seq, so that everybody learns of it in order.
     *
     * @param seq of the message
     * @param fields the members that are new
     * @param isNews asked when the head is locked; false means that it was said before, then nothing happens
     */
    public void amend(long conversationId, long seq, JsonObject fields, BooleanSupplier isNews) {
        Change change = ledger.begin(conversationId);
        if (!isNews.getAsBoolean()) return;
        var conversation = change.conversation();
        String extra = Json.createObjectBuilder(fields)
                .add("of", conversation.publicId() + "-" + seq)
                .build()
                .toString();
        Message row = ledger.appendRow(change, "change", extra);
        news.fire(new MessagePosted(conversation.companyId(), conversationId, row, null));
    }
}

package dev.parley.web.socket.live;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.AgentJoined;
import dev.parley.conversation.ConversationEvent.AgentLeft;
import dev.parley.conversation.ConversationEvent.ConversationAssigned;
import dev.parley.conversation.ConversationEvent.ConversationClosed;
import dev.parley.conversation.ConversationEvent.ConversationOpened;
import dev.parley.conversation.ConversationEvent.ConversationPrioritised;
import dev.parley.conversation.ConversationEvent.ConversationReopened;
import dev.parley.conversation.ConversationEvent.ConversationRequeued;
import dev.parley.conversation.ConversationEvent.ConversationTagged;
import dev.parley.conversation.ConversationEvent.ConversationTransferred;
import dev.parley.conversation.ConversationEvent.Mentioned;
import dev.parley.conversation.ConversationEvent.MentionsSeen;
import dev.parley.conversation.ConversationEvent.MessagePosted;
import dev.parley.conversation.ConversationEvent.NoteWritten;
import dev.parley.conversation.ConversationEvent.ReadMoved;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Mentions;
import dev.parley.conversation.Message;
import dev.parley.conversation.ReadMarks;
import dev.parley.shared.Caller;
import dev.parley.sla.TargetEvent.ClockMoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Set;

/** Tells the live sessions what happened in conversations, after its commit. */
@ApplicationScoped
public class ConversationNews {
    @Inject
    private LiveSessions sessions;

    @Inject
    private Conversations conversations;

    @Inject
    private ReadMarks marks;

    @Inject
    private Viewers viewers;

    @Inject
    private Mentions mentions;

    @Inject
    private Workers workers;

    @Inject
    private WaitingTold waiting;

    void posted(@Observes(during = AFTER_SUCCESS) MessagePosted e) {
        line(e.conversationId(), e.message(), e.origin());
    }

    void assigned(@Observes(during = AFTER_SUCCESS) ConversationAssigned e) {
        follow(e.companyId(), e.accountId(), e.conversationId(), e.line());
        line(e.conversationId(), e.line(), null);
        standing(e, e.departmentId(), e.by(), null);
    }

    void joined(@Observes(during = AFTER_SUCCESS) AgentJoined e) {
        follow(e.companyId(), e.accountId(), e.conversationId(), e.line());
        line(e.conversationId(), e.line(), null);
        colleagues(e, e.departmentId(), e.by());
    }

    void left(@Observes(during = AFTER_SUCCESS) AgentLeft e) {
        line(e.conversationId(), e.line(), null);
        colleagues(e, e.departmentId(), e.by());
        unfollow(e.companyId(), e.accountId(), e.conversationId());
    }

    void tagged(@Observes(during = AFTER_SUCCESS) ConversationTagged e) {
        colleagues(e, e.departmentId(), e.by());
    }

    void prioritised(@Observes(during = AFTER_SUCCESS) ConversationPrioritised e) {
        colleagues(e, e.departmentId(), e.by());
    }

    void clockMoved(@Observes(during = AFTER_SUCCESS) ClockMoved e) {
        colleagues(e.companyId(), e.conversationId(), e.departmentId(), Author.SYSTEM);
    }

    void requeued(@Observes(during = AFTER_SUCCESS) ConversationRequeued e) {
        line(e.conversationId(), e.line(), null);
        standing(e, e.departmentId(), e.by(), e.reason());
        unfollow(e.companyId(), e.formerAccountId(), e.conversationId());
    }

    void transferred(@Observes(during = AFTER_SUCCESS) ConversationTransferred e) {
        if (e.accountId() != null) follow(e.companyId(), e.accountId(), e.conversationId(), e.line());
        line(e.conversationId(), e.line(), null);
        standing(e, e.departmentId(), e.by(), null);
        if (e.fromDepartmentId() != e.departmentId()) {
            var before = audience(e.companyId(), e.conversationId(), e.fromDepartmentId());
            tell(before, e.companyId(), e.conversationId(), e.by(), null, null);
        }
        unfollow(e.companyId(), e.formerAccountId(), e.conversationId());
    }

    void closed(@Observes(during = AFTER_SUCCESS) ConversationClosed e) {
        line(e.conversationId(), e.line(), null);
        standing(e, e.departmentId(), e.by(), e.reason());
    }

    void reopened(@Observes(during = AFTER_SUCCESS) ConversationReopened e) {
        line(e.conversationId(), e.line(), null);
        standing(e, e.departmentId(), e.by(), null);
    }

    /** A row of the timeline to everybody who follows, but not to the session that sent it. */
    private void line(long conversationId, Message message, String origin) {
        String frame = null;
        for (LiveSession session : sessions.following(conversationId)) {
            Cursor cursor = session.cursor(conversationId);
            if (cursor == null || session.connection().id().equals(origin)) continue;
            if (frame == null) frame = Frames.message(message);
            cursor.message(message.seq(), frame, arrival(session, cursor, message));
        }
    }

    /** Words of the other side count as delivered when they are written to a socket. */
    private Runnable arrival(LiveSession session, Cursor cursor, Message message) {
        if (!isOfOtherSide(session, message)) return null;
        return () -> marks.delivered(session.caller(), Conversing.place(session, cursor), message.seq());
    }

    static boolean isOfOtherSide(LiveSession session, Message message) {
        return message.author().isVisitor() != session.isVisitor()
                && !"system".equals(message.author().kind());
    }

    void noted(@Observes(during = AFTER_SUCCESS) NoteWritten e) {
        String frame = null;
        for (LiveSession session : sessions.following(e.conversationId())) {
            if (session.isVisitor() || session.connection().id().equals(e.origin())) continue;
            if (frame == null) frame = Frames.note(e.note());
            session.send(frame);
        }
    }

    /** Whoever is named hears of it, unless the note came before the eyes already. */
    void mentioned(@Observes(during = AFTER_SUCCESS) Mentioned e) {
        var told = sessions.ofAgent(e.companyId(), e.accountId()).toList();
        for (LiveSession session : told) {
            if (!viewers.has(session, e.conversationId())) continue;
            workers.execute(() ->
                    mentions.see(session.caller(), e.conversationId(), e.note().conversation()));
            return;
        }
        String frame = Frames.mention(e.note());
        told.forEach(session -> session.send(frame));
    }

    void seen(@Observes(during = AFTER_SUCCESS) MentionsSeen e) {
        String frame = Frames.mention(e.conversation());
        sessions.ofAgent(e.companyId(), e.accountId()).forEach(session -> session.send(frame));
    }

    void read(@Observes(during = AFTER_SUCCESS) ReadMoved e) {
        String delivered = Frames.read("delivered", e.conversation(), e.deliveredSeq(), e.reader());
        String read = e.readSeq() == 0 ? null : Frames.read("read", e.conversation(), e.readSeq(), e.reader());
        for (LiveSession session : sessions.following(e.conversationId())) {
            boolean own = Author.of(session.caller()).id().equals(e.reader().id());
            // own other tabs learn what was read, not what was delivered
            if (!own && e.deliveredSeq() > e.readSeq()) session.send(delivered);
            if (read != null) session.send(read);
        }
    }

    void opened(@Observes(during = AFTER_SUCCESS) ConversationOpened e) {
        for (LiveSession session : sessions.ofVisitor(e.visitorId())) {
            sessions.follow(session, e.conversationId(), e.conversation(), 0);
        }
        standing(e, e.departmentId(), Author.SYSTEM, e.origin());
    }

    private void follow(long companyId, long accountId, long conversationId, Message line) {
        sessions.ofAgent(companyId, accountId)
                .forEach(session -> sessions.follow(session, conversationId, line.conversation(), line.seq() - 1)
                        .inHand(true));
    }

    private void unfollow(long companyId, Long accountId, long conversationId) {
        if (accountId == null) return;
        sessions.ofAgent(companyId, accountId).forEach(session -> {
            viewers.leaves(session, conversationId);
            sessions.unfollow(session, conversationId);
        });
    }

    /** How a conversation stands now, to those who follow it and to its department. Read anew: the push is a hint, the database the truth. */
    private void standing(ConversationEvent e, long departmentId, Author by, String reason) {
        Set<LiveSession> told = audience(e.companyId(), e.conversationId(), departmentId);
        tell(told, e.companyId(), e.conversationId(), by, reason, departmentId);
    }

    /** How it stands now, to those who follow it: what was told of it may have been lost. */
    void again(long companyId, long conversationId) {
        Set<LiveSession> told = new LinkedHashSet<>(sessions.following(conversationId));
        tell(told, companyId, conversationId, Author.SYSTEM, null, null);
    }

    void again(LiveSession session, long conversationId) {
        tell(Set.of(session), session.companyId(), conversationId, Author.SYSTEM, null, null);
    }

    /** As {@link #standing}, of what visitors are not told. */
    private void colleagues(ConversationEvent e, long departmentId, Author by) {
        colleagues(e.companyId(), e.conversationId(), departmentId, by);
    }

    void colleagues(long companyId, long conversationId, long departmentId, Author by) {
        var told = audience(companyId, conversationId, departmentId);
        told.removeIf(LiveSession::isVisitor);
        tell(told, companyId, conversationId, by, null, departmentId);
    }

    /** @param department whose colleagues are all told, or null */
    private void tell(
            Set<LiveSession> told, long companyId, long conversationId, Author by, String reason, Long department) {
        if (told.isEmpty()) return;
        workers.execute(() -> {
            ConversationView view = conversations.view(Caller.DESK, companyId, conversationId);
            if (department != null) waiting.told(view, companyId, department);
            String forVisitors = Frames.status(view, by, reason, false);
            String forAgents = Frames.status(view, by, reason, true);
            String assigned = view.agent() == null ? null : Frames.assigned(view);
            for (LiveSession session : told) {
                session.send(session.isVisitor() ? forVisitors : forAgents);
                if (assigned != null) session.send(assigned);
            }
        });
    }

    private Set<LiveSession> audience(long companyId, long conversationId, long departmentId) {
        var told = new LinkedHashSet<>(sessions.following(conversationId));
        sessions.inDepartment(companyId, departmentId).forEach(told::add);
        return told;
    }
}

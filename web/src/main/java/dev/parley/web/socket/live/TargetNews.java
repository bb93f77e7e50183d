package dev.parley.web.socket.live;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Conversations;
import dev.parley.shared.Caller;
import dev.parley.shared.Permission;
import dev.parley.sla.TargetEvent.TargetMissed;
import dev.parley.web.socket.frame.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** Tells who has to know it that a promise was not kept: the owner, or where it waits its department, and supervisors. */
@ApplicationScoped
public class TargetNews {
    @Inject
    LiveSessions sessions;

    @Inject
    Conversations conversations;

    @Inject
    Workers workers;

    void missed(@Observes(during = AFTER_SUCCESS) TargetMissed e) {
        List<LiveSession> told = sessions.agents(e.companyId()).stream()
                .filter(session -> concerns(session, e))
                .toList();
        if (told.isEmpty()) return;
        workers.execute(() -> {
            String frame = frame(conversations.view(Caller.DESK, e.companyId(), e.conversationId()), e);
            told.forEach(session -> session.send(frame));
        });
    }

    private static boolean concerns(LiveSession session, TargetMissed e) {
        if (!(session.caller() instanceof Caller.Staff staff)) return false;
        if (staff.role().may(Permission.SEE_ALL_CONVERSATIONS)) return true;
        return e.accountId() == null ? session.isIn(e.departmentId()) : staff.accountId() == e.accountId();
    }

    private static String frame(ConversationView view, TargetMissed e) {
        return JsonText.frame("overdue")
                .with("conversation", view.id())
                .with("measure", e.measure().wire())
                .with("dueAt", e.dueAt())
                .with("visitor", Frames.named(view.visitor()))
                .with("department", Frames.named(view.department()))
                .toString();
    }
}

package dev.parley.web.socket.live;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import dev.parley.conversation.ConversationEvent.MessagePosted;
import dev.parley.notification.AnswerNotices;
import dev.parley.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;

/** Has a visitor notified of an agent's words, where no socket of the visitor hears them. */
@ApplicationScoped
public class AnswerNews {
    private static final Set<String> WORDS = Set.of("text", "file");

    @Inject
    private LiveSessions sessions;

    @Inject
    private AnswerNotices notices;

    void posted(@Observes(during = AFTER_SUCCESS) MessagePosted e) {
        boolean answer = "agent".equals(e.message().author().kind())
                && WORDS.contains(e.message().kind());
        if (answer && sessions.following(e.conversationId()).stream().noneMatch(LiveSession::isVisitor))
            notices.answered(Caller.DESK, e.companyId(), e.conversationId());
    }
}

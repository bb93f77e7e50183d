package dev.parley.web.diary;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

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
import dev.parley.conversation.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One line for each turn in the life of a conversation; messages are too many and too private. */
@ApplicationScoped
public class ConversationDiary {
    private static final Logger LOG = Logger.getLogger("dev.parley.diary.conversation");

    void opened(@Observes(during = AFTER_SUCCESS) ConversationOpened e) {
        line(e, e.conversation());
    }

    void assigned(@Observes(during = AFTER_SUCCESS) ConversationAssigned e) {
        line(e, e.line());
    }

    void joined(@Observes(during = AFTER_SUCCESS) AgentJoined e) {
        line(e, e.line());
    }

    void left(@Observes(during = AFTER_SUCCESS) AgentLeft e) {
        line(e, e.line());
    }

    void tagged(@Observes(during = AFTER_SUCCESS) ConversationTagged e) {
        line(e, e.conversation());
    }

    void prioritised(@Observes(during = AFTER_SUCCESS) ConversationPrioritised e) {
        line(e, e.conversation());
    }

    void requeued(@Observes(during = AFTER_SUCCESS) ConversationRequeued e) {
        line(e, e.line());
    }

    void transferred(@Observes(during = AFTER_SUCCESS) ConversationTransferred e) {
        line(e, e.line());
    }

    void closed(@Observes(during = AFTER_SUCCESS) ConversationClosed e) {
        line(e, e.line());
    }

    void reopened(@Observes(during = AFTER_SUCCESS) ConversationReopened e) {
        line(e, e.line());
    }

    private static void line(ConversationEvent event, Message line) {
        line(event, line.conversation());
    }

    private static void line(ConversationEvent event, String conversation) {
        LOG.log(Level.INFO, "event={0} conversation={1} company={2}", new Object[] {
            event.getClass().getSimpleName(), conversation, Long.toString(event.companyId())
        });
    }
}

package dev.parley.routing;

import dev.parley.agent.AgentEvent;
import dev.parley.company.DepartmentsChanged;
import dev.parley.conversation.ConversationEvent.ConversationAssigned;
import dev.parley.conversation.ConversationEvent.ConversationClosed;
import dev.parley.conversation.ConversationEvent.ConversationOpened;
import dev.parley.conversation.ConversationEvent.ConversationPrioritised;
import dev.parley.conversation.ConversationEvent.ConversationReopened;
import dev.parley.conversation.ConversationEvent.ConversationRequeued;
import dev.parley.conversation.ConversationEvent.ConversationTransferred;
import dev.parley.routing.RoutingEvent.OfferEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;

/** Every event that gives somebody room, or lets something wait, drains the queue at once. */
@ApplicationScoped
class DrainTriggers {
    @Inject
    QueueDrain drain;

    @Inject
    Clock clock;

    void opened(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConversationOpened e) {
        drain.queueMoved(e.companyId(), e.departmentId());
    }

    void reopened(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConversationReopened e) {
        drain.queueMoved(e.companyId(), e.departmentId());
    }

    void requeued(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConversationRequeued e) {
        drain.queueMoved(e.companyId(), e.departmentId());
    }

    void prioritised(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConversationPrioritised e) {
        drain.queueMoved(e.companyId(), e.departmentId());
    }

    void assigned(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConversationAssigned e) {
        drain.queueMoved(e.companyId(), e.departmentId());
    }

    void closed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConversationClosed e) {
        if (e.accountId() != null) drain.freed(e.companyId(), e.accountId(), clock.instant());
        else drain.queueMoved(e.companyId(), e.departmentId());
    }

    void transferred(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConversationTransferred e) {
        if (e.formerAccountId() != null) drain.freed(e.companyId(), e.formerAccountId(), clock.instant());
        drain.queueMoved(e.companyId(), e.fromDepartmentId());
        drain.queueMoved(e.companyId(), e.departmentId());
    }

    void agentChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) AgentEvent e) {
        drain.wake(e.companyId());
    }

    void departmentsChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) DepartmentsChanged e) {
        drain.wake(e.companyId());
    }

    void offerEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) OfferEnded e) {
        drain.wake(e.companyId());
    }
}

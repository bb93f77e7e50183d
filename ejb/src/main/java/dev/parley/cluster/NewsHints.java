package dev.parley.cluster;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import dev.parley.access.RoleChanged;
import dev.parley.access.SignInEnded;
import dev.parley.agent.AgentEvent;
import dev.parley.agent.AgentEvent.PresenceChanged;
import dev.parley.company.DepartmentsChanged;
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
import dev.parley.hours.HoursChanged;
import dev.parley.routing.RoutingEvent.OfferEnded;
import dev.parley.routing.RoutingEvent.OfferMade;
import dev.parley.routing.RoutingEvent.QueueMoved;
import dev.parley.sla.TargetEvent.ClockMoved;
import dev.parley.sla.TargetEvent.TargetMissed;
import dev.parley.visitor.VisitorEvent.VisitorChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Makes hints of this node's news, after their commit. */
@ApplicationScoped
class NewsHints {
    @Inject
    Cluster cluster;

    void posted(@Observes(during = AFTER_SUCCESS) MessagePosted e) {
        cluster.tell(of(HintKind.MESSAGE, e).seq(e.message().seq()));
    }

    void opened(@Observes(during = AFTER_SUCCESS) ConversationOpened e) {
        cluster.tell(of(HintKind.OPENED, e).person(e.visitorId()).department(e.departmentId()));
    }

    void assigned(@Observes(during = AFTER_SUCCESS) ConversationAssigned e) {
        cluster.tell(of(HintKind.ASSIGNED, e)
                .person(e.accountId())
                .department(e.departmentId())
                .seq(e.line().seq()));
    }

    void joined(@Observes(during = AFTER_SUCCESS) AgentJoined e) {
        cluster.tell(of(HintKind.JOINED, e)
                .person(e.accountId())
                .department(e.departmentId())
                .seq(e.line().seq()));
    }

    void left(@Observes(during = AFTER_SUCCESS) AgentLeft e) {
        cluster.tell(of(HintKind.LEFT, e)
                .person(e.accountId())
                .department(e.departmentId())
                .seq(e.line().seq()));
    }

    void requeued(@Observes(during = AFTER_SUCCESS) ConversationRequeued e) {
        cluster.tell(of(HintKind.REQUEUED, e)
                .former(e.formerAccountId())
                .department(e.departmentId())
                .seq(e.line().seq()));
    }

    void transferred(@Observes(during = AFTER_SUCCESS) ConversationTransferred e) {
        cluster.tell(of(HintKind.TRANSFERRED, e)
                .person(e.accountId())
                .former(e.formerAccountId())
                .department(e.departmentId())
                .from(e.fromDepartmentId())
                .seq(e.line().seq()));
    }

    void closed(@Observes(during = AFTER_SUCCESS) ConversationClosed e) {
        cluster.tell(of(HintKind.CLOSED, e)
                .person(e.accountId())
                .department(e.departmentId())
                .seq(e.line().seq()));
    }

    void reopened(@Observes(during = AFTER_SUCCESS) ConversationReopened e) {
        cluster.tell(of(HintKind.REOPENED, e)
                .department(e.departmentId())
                .seq(e.line().seq()));
    }

    void tagged(@Observes(during = AFTER_SUCCESS) ConversationTagged e) {
        cluster.tell(of(HintKind.STANDING, e).department(e.departmentId()));
    }

    void prioritised(@Observes(during = AFTER_SUCCESS) ConversationPrioritised e) {
        cluster.tell(of(HintKind.STANDING, e).department(e.departmentId()));
    }

    void clockMoved(@Observes(during = AFTER_SUCCESS) ClockMoved e) {
        cluster.tell(Hint.of(HintKind.STANDING, e.companyId())
                .conversation(e.conversationId())
                .department(e.departmentId()));
    }

    void overdue(@Observes(during = AFTER_SUCCESS) TargetMissed e) {
        cluster.tell(Hint.of(HintKind.OVERDUE, e.companyId())
                .conversation(e.conversationId())
                .person(e.accountId())
                .department(e.departmentId())
                .seq(e.dueAt().toEpochMilli())
                .word(e.measure().wire()));
    }

    void noted(@Observes(during = AFTER_SUCCESS) NoteWritten e) {
        cluster.tell(of(HintKind.NOTED, e).word(e.note().id()));
    }

    void mentioned(@Observes(during = AFTER_SUCCESS) Mentioned e) {
        cluster.tell(
                of(HintKind.MENTIONED, e).person(e.accountId()).word(e.note().id()));
    }

    void seen(@Observes(during = AFTER_SUCCESS) MentionsSeen e) {
        cluster.tell(of(HintKind.SEEN, e).person(e.accountId()).word(e.conversation()));
    }

    void read(@Observes(during = AFTER_SUCCESS) ReadMoved e) {
        cluster.tell(of(HintKind.READ, e).word(e.reader().id()));
    }

    void changed(@Observes(during = AFTER_SUCCESS) VisitorChanged e) {
        cluster.tell(Hint.of(HintKind.VISITOR, e.companyId()).person(e.visitorId()));
    }

    void moved(@Observes(during = AFTER_SUCCESS) QueueMoved e) {
        cluster.tell(Hint.of(HintKind.QUEUE, e.companyId()).department(e.departmentId()));
    }

    void offered(@Observes(during = AFTER_SUCCESS) OfferMade e) {
        cluster.tell(Hint.of(HintKind.OFFERS, e.companyId()).person(e.accountId()));
    }

    void offerEnded(@Observes(during = AFTER_SUCCESS) OfferEnded e) {
        cluster.tell(Hint.of(HintKind.OFFERS, e.companyId()).person(e.accountId()));
    }

    void changed(@Observes(during = AFTER_SUCCESS) AgentEvent e) {
        if (e instanceof PresenceChanged)
            cluster.tell(Hint.of(HintKind.PRESENCE, e.companyId()).person(e.accountId()));
        cluster.tell(Hint.of(HintKind.AVAILABILITY, e.companyId()));
    }

    void changed(@Observes(during = AFTER_SUCCESS) HoursChanged e) {
        cluster.tell(Hint.of(HintKind.AVAILABILITY, e.companyId()));
    }

    void changed(@Observes(during = AFTER_SUCCESS) DepartmentsChanged e) {
        cluster.tell(Hint.of(HintKind.AVAILABILITY, e.companyId()));
    }

    void allowed(@Observes(during = AFTER_SUCCESS) RoleChanged e) {
        e.accounts().forEach(account -> cluster.tell(Hint.of(HintKind.STAFF, 0).person(account)));
    }

    void signedOut(@Observes(during = AFTER_SUCCESS) SignInEnded e) {
        cluster.tell(Hint.of(HintKind.STAFF, 0).person(e.accountId()));
    }

    private static Hint of(HintKind kind, ConversationEvent e) {
        return Hint.of(kind, e.companyId()).conversation(e.conversationId());
    }
}

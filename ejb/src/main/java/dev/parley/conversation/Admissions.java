package dev.parley.conversation;

import dev.parley.conversation.persistence.ConversationReader;
import dev.parley.shared.Caller;
import dev.parley.shared.NotFound;
import dev.parley.shared.Permission;
import dev.parley.shared.Refused;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Decides who may write into a conversation, and makes it writable: a closed one is reopened, a waiting one is accepted by the agent who
 * writes into it, a colleague's is joined. Each step is a transaction of its own: routing takes the agent's lock before the head's, so nothing
 * may be held when it is asked.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Admissions {
    private final ConversationReader conversations;
    private final Lifecycle lifecycle;
    private final Instance<Acceptance> acceptance;
    private final Clock clock;

    protected Admissions() {
        this(null, null, null, null);
    }

    @Inject
    public Admissions(
            ConversationReader conversations, Lifecycle lifecycle, Instance<Acceptance> acceptance, Clock clock) {
        this.conversations = conversations;
        this.lifecycle = lifecycle;
        this.acceptance = acceptance;
        this.clock = clock;
    }

    /**
     * Lets the caller write.
     *
     * @return nothing where the conversation was closed so long ago that the visitor's message opens a new one
     * @throws NotFound if there is no such conversation or the caller may not see it: the same answer
     * @throws dev.parley.shared.Refused if the agent has no room for it
     */
    public Optional<Admission> admit(Caller caller, String conversation) {
        Standing standing = visible(caller, conversation);
        if (caller instanceof Caller.Visitor) {
            if (standing.status() == ConversationStatus.CLOSED) {
                if (!mayReopen(standing)) return Optional.empty();
                lifecycle.reopen(standing.id(), Author.of(caller));
            }
        } else {
            takePart(caller.require(Permission.ANSWER_CONVERSATIONS), standing);
        }
        return conversations.standing(standing.companyId(), conversation).map(Standing::admission);
    }

    /** The conversation as it stands. @throws NotFound if there is none or the caller may not see it: the same answer */
    public Standing visible(Caller caller, String conversation) {
        return find(caller, conversation).orElseThrow(() -> new NotFound("There is no such conversation."));
    }

    private Optional<Standing> find(Caller caller, String conversation) {
        if (conversation == null) return Optional.empty();
        if (caller instanceof Caller.Visitor visitor) {
            return conversations
                    .standing(visitor.companyId(), conversation)
                    .filter(s -> s.visitorId() == visitor.visitorId() && s.siteId() == visitor.siteId());
        }
        Caller.Staff staff = caller.requireAny(Permission.ANSWER_CONVERSATIONS, Permission.SEE_ALL_CONVERSATIONS);
        return conversations
                .standing(staff.companyId(), conversation)
                .filter(s -> staff.role().may(Permission.SEE_ALL_CONVERSATIONS)
                        || conversations.isVisibleTo(staff.companyId(), s.id(), staff.accountId()));
    }

    private void takePart(Caller.Staff agent, Standing standing) {
        switch (standing.status()) {
            case CLOSED -> {
                lifecycle.reopen(standing.id(), Author.of(agent));
                accept(agent, standing);
            }
            case WAITING -> accept(agent, standing);
            case OPEN, SNOOZED -> {
                if (!conversations.isParticipant(standing.id(), agent.accountId())) {
                    lifecycle.join(standing.id(), agent.accountId(), Author.of(agent));
                }
            }
        }
    }

    /** The same words sent over two sockets at once accept twice; the second finds that the agent has it, which is what it wants. */
    private void accept(Caller.Staff agent, Standing standing) {
        try {
            acceptance.get().accept(agent, standing.id());
        } catch (Refused e) {
            if (!conversations.isParticipant(standing.id(), agent.accountId())) throw e;
        }
    }

    private boolean mayReopen(Standing standing) {
        return standing.closedAt() != null
                && clock.instant().isBefore(standing.closedAt().plus(Duration.ofHours(standing.reopenHours())));
    }
}

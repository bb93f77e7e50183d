package dev.parley.routing;

import dev.parley.agent.AgentState;
import dev.parley.agent.Presence;
import dev.parley.agent.Roster;
import dev.parley.conversation.Author;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Lifecycle;
import dev.parley.conversation.Standing;
import dev.parley.routing.persistence.People;
import dev.parley.shared.Caller;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Permission;
import dev.parley.shared.Refused;
import dev.parley.shared.ShortText;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Asking a colleague into a conversation beside its owner, and going again. The guest's capacity does not count: the owner keeps it. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Invitations {
    private static final int LONGEST_COMMENT = 300;

    @Inject
    Conversations conversations;

    @Inject
    Roster roster;

    @Inject
    Lifecycle lifecycle;

    @Inject
    People people;

    @Inject
    OwnTransaction transaction;

    /**
     * Lets a colleague take part in an open conversation from now on, whatever the colleague's departments are.
     *
     * @param conversation public id of one that the caller may see
     * @param agent public id of a colleague who answers
     * @param comment for colleagues only, at most 300 characters, or null
     * @throws NotFound if there is no such conversation or colleague
     * @throws Refused if it is not open, or the colleague is not there or takes part already
     */
    public void invite(Caller caller, String conversation, String agent, String comment) {
        Caller.Staff me = caller.require(Permission.ANSWER_CONVERSATIONS);
        Standing standing = conversations.visible(me, conversation);
        String why = ShortText.of("A comment", comment, LONGEST_COMMENT);
        long guest = people.agent(me.companyId(), agent).orElseThrow(() -> new NotFound("There is no such agent."));
        transaction.run(() -> {
            AgentState colleague = roster.lock(me.companyId(), guest);
            if (!colleague.live() || colleague.status() == Presence.OFFLINE) {
                throw new Refused("The colleague is not there.");
            }
            lifecycle.invite(standing.id(), guest, Author.of(me), why);
        });
    }

    /**
     * The caller, who takes part beside the owner, does so no longer.
     *
     * @throws NotFound if the caller may not see it
     * @throws Refused if the caller owns it
     */
    public void leave(Caller caller, String conversation) {
        Caller.Staff me = caller.require(Permission.ANSWER_CONVERSATIONS);
        Standing standing = conversations.visible(me, conversation);
        transaction.run(() -> lifecycle.leave(standing.id(), me.accountId(), Author.of(me)));
    }
}

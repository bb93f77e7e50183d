package dev.parley.routing;

import dev.parley.agent.AgentState;
import dev.parley.agent.Presence;
import dev.parley.agent.Roster;
import dev.parley.conversation.Author;
import dev.parley.conversation.Lifecycle;
import dev.parley.routing.persistence.People;
import dev.parley.routing.persistence.WaitingLine;
import dev.parley.routing.persistence.WaitingLine.Item;
import dev.parley.routing.persistence.Workload;
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
import java.time.Clock;

/** Handing a conversation on: to a department, where it waits with the time it has; or to a colleague who has room for it. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Transfers {
    private static final int LONGEST_COMMENT = 300;

    @Inject
    OfferDesk desk;

    @Inject
    Roster roster;

    @Inject
    Lifecycle lifecycle;

    @Inject
    WaitingLine line;

    @Inject
    Workload work;

    @Inject
    People people;

    @Inject
    OwnTransaction transaction;

    @Inject
    Clock clock;

    /**
     * Lets it wait in another department at the place its waiting time gives it there.
     *
     * @param conversation public id of one the caller owns, or that waits in a department of the caller's; any for roles that see all
     * @param department public id
     * @param comment for colleagues only, at most 300 characters, or null
     * @throws NotFound if there is no such conversation or department
     * @throws Refused if it has ended
     */
    public void toDepartment(Caller caller, String conversation, String department, String comment) {
        Caller.Staff me = caller.require(Permission.ANSWER_CONVERSATIONS);
        Item item = mine(me, conversation);
        String why = ShortText.of("A comment", comment, LONGEST_COMMENT);
        long target = people.department(me.companyId(), department)
                .orElseThrow(() -> new NotFound("There is no such department."));
        transaction.run(() -> {
            line.lock(me.companyId(), item.id());
            lifecycle.transferToDepartment(item.id(), target, Author.of(me), why);
            desk.endFor(item.id());
        });
    }

    /**
     * Makes a colleague the owner, if the colleague is there and has room.
     *
     * @param conversation as for {@link #toDepartment}
     * @param agent public id
     * @param comment for colleagues only, at most 300 characters, or null
     * @throws NotFound if there is no such conversation or agent
     * @throws Refused if it has ended, or the colleague is offline or at capacity
     */
    public void toAgent(Caller caller, String conversation, String agent, String comment) {
        Caller.Staff me = caller.require(Permission.ANSWER_CONVERSATIONS);
        Item item = mine(me, conversation);
        String why = ShortText.of("A comment", comment, LONGEST_COMMENT);
        long target = people.agent(me.companyId(), agent).orElseThrow(() -> new NotFound("There is no such agent."));
        transaction.run(() -> {
            AgentState colleague = roster.lock(me.companyId(), target);
            Item now = line.lock(me.companyId(), item.id()).orElseThrow(Transfers::unknown);
            if (now.openWith(target)) throw new Refused("The colleague has it already.");
            if (!colleague.live() || colleague.status() == Presence.OFFLINE) {
                throw new Refused("The colleague is not there.");
            }
            if (work.besides(item.id(), target) >= colleague.capacity()) {
                throw new Refused("The colleague has as many conversations as the capacity allows.");
            }
            desk.endFor(item.id());
            lifecycle.transferToAgent(item.id(), target, Author.of(me), why);
            roster.busyUntil(colleague, clock.instant());
        });
    }

    private Item mine(Caller.Staff me, String conversation) {
        Item item = line.find(me.companyId(), conversation).orElseThrow(Transfers::unknown);
        boolean mine = me.role().may(Permission.SEE_ALL_CONVERSATIONS)
                || item.openWith(me.accountId())
                || work.member(item.departmentId(), me.accountId());
        if (!mine) throw unknown();
        return item;
    }

    private static NotFound unknown() {
        return new NotFound("There is no such conversation.");
    }
}

package dev.parley.routing;

import dev.parley.routing.persistence.People;
import dev.parley.routing.persistence.SkillRows;
import dev.parley.shared.Caller;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Permission;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * The agents' skills, each with its level. Written by administrators, held from the next decision on. The languages that an agent answers in
 * are the account's.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Skills {
    @Inject
    SkillRows rows;

    @Inject
    People people;

    @Inject
    QueueDrain drain;

    @Inject
    OwnTransaction transaction;

    /** @param agent public id @throws NotFound if the company has no such agent */
    public SkillSet of(Caller caller, String agent) {
        Caller.Staff me = caller.require(Permission.ADMINISTER_COMPANY);
        long key = key(me, agent);
        return transaction.call(() -> rows.of(me.companyId(), key));
    }

    /**
     * The agent has these skills, in place of those that were known; open conversations and offers stay where they are.
     *
     * @param agent public id
     * @throws NotFound if the company has no such agent
     */
    public SkillSet write(Caller caller, String agent, SkillSet skills) {
        Caller.Staff me = caller.require(Permission.ADMINISTER_COMPANY);
        long key = key(me, agent);
        transaction.run(() -> rows.replace(me.companyId(), key, skills));
        drain.wake(me.companyId());
        return skills;
    }

    private long key(Caller.Staff me, String agent) {
        return people.agent(me.companyId(), agent).orElseThrow(() -> new NotFound("There is no such agent."));
    }
}

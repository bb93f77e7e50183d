package dev.parley.routing;

import dev.parley.routing.persistence.People;
import dev.parley.routing.persistence.SkillRows;
import dev.parley.shared.Caller;
import dev.parley.shared.NotFound;
import dev.parley.shared.Outdated;
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
    RoutingTrail trail;

    @Inject
    QueueDrain drain;

    @Inject
    OwnTransaction transaction;

    /** @param agent public id @throws NotFound if the company has no such agent */
    public SkillSet of(Caller caller, String agent) {
        Caller.Staff me = caller.requireAny(Permission.MANAGE_PEOPLE, Permission.EDIT_DEPARTMENTS);
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
        return change(caller, agent, skills, null);
    }

    /**
     * As {@link #write}, if the skills are still those that the caller has read.
     *
     * @param read null for whatever they are
     * @throws dev.parley.shared.Outdated if somebody else changed them since; nothing is changed then
     */
    public SkillSet change(Caller caller, String agent, SkillSet skills, SkillSet read) {
        Caller.Staff me = caller.require(Permission.EDIT_DEPARTMENTS);
        long key = key(me, agent);
        transaction.run(() -> {
            String name = people.lockAgent(key);
            SkillSet before = rows.of(me.companyId(), key);
            if (read != null && !read.equals(before)) throw new Outdated();
            if (before.equals(skills)) return;
            rows.replace(me.companyId(), key, skills);
            trail.skills(me, agent, name, before, skills);
        });
        drain.wake(me.companyId());
        return skills;
    }

    private long key(Caller.Staff me, String agent) {
        return people.agent(me.companyId(), agent).orElseThrow(() -> new NotFound("There is no such agent."));
    }
}

package dev.parley.routing;

import dev.parley.routing.domain.DepartmentRouting;
import dev.parley.routing.persistence.People;
import dev.parley.routing.persistence.ReachLog;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.Outdated;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Permission;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/** How each department routes: strategy, limits, and what its conversations require. Written by administrators, held from the next decision on. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DepartmentRules {
    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    People people;

    @Inject
    RoutingTrail trail;

    @Inject
    ReachLog log;

    @Inject
    QueueDrain drain;

    @Inject
    Clock clock;

    @Inject
    OwnTransaction transaction;

    /** As an administrator wrote it last. @param department public id @throws NotFound if the company has none with it */
    public RoutingDraft of(Caller caller, String department) {
        Caller.Staff me = caller.require(Permission.EDIT_DEPARTMENTS);
        long key = key(me, department);
        return transaction.call(() -> {
            var rules = em.find(DepartmentRouting.class, key);
            return rules == null ? RoutingDraft.STANDARD : rules.written();
        });
    }

    /**
     * From the next decision on the department routes so. Offers that stand are not touched.
     *
     * @param department public id
     * @throws NotFound if the company has none with it
     * @throws Invalid if the language would be relaxed before the skills
     */
    public RoutingDraft write(Caller caller, String department, RoutingDraft rules) {
        return change(caller, department, rules, null);
    }

    /**
     * As {@link #write}, if the rules are still those that the caller has read.
     *
     * @param read null for whatever they are
     * @throws Outdated if somebody else changed them since; nothing is changed then
     */
    public RoutingDraft change(Caller caller, String department, RoutingDraft rules, RoutingDraft read) {
        Caller.Staff me = caller.require(Permission.EDIT_DEPARTMENTS);
        long key = key(me, department);
        rules.rules();
        transaction.run(() -> {
            String name = people.lockDepartment(key);
            var known = em.find(DepartmentRouting.class, key);
            if (known != null) em.refresh(known);
            RoutingDraft before = known == null ? RoutingDraft.STANDARD : known.written();
            if (read != null && !read.equals(before)) throw new Outdated();
            trail.rules(me, department, name, before, rules);
            if (known == null) em.persist(new DepartmentRouting(me.companyId(), key, rules));
            else known.write(rules);
            if (!rules.equals(before)) log.rules(me.companyId(), key, rules, clock.instant());
        });
        drain.wake(me.companyId());
        return rules;
    }

    private long key(Caller.Staff me, String department) {
        return people.department(me.companyId(), department)
                .orElseThrow(() -> new NotFound("There is no such department."));
    }
}

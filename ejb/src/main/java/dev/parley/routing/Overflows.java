package dev.parley.routing;

import dev.parley.company.DepartmentView;
import dev.parley.company.Departments;
import dev.parley.company.DepartmentsChanged;
import dev.parley.routing.persistence.OverflowBook;
import dev.parley.routing.persistence.People;
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
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** When what waits in a department goes on to another. Written by administrators, held from the next look at the queue on. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Overflows {
    @Inject
    Departments departments;

    @Inject
    OverflowBook book;

    @Inject
    People people;

    @Inject
    RoutingTrail trail;

    @Inject
    OwnTransaction transaction;

    @Inject
    Event<DepartmentsChanged> news;

    /** As an administrator wrote it last. @param department public id @throws NotFound if the company has none with it */
    public OverflowDraft of(Caller caller, String department) {
        Caller.Staff me = caller.require(Permission.EDIT_DEPARTMENTS);
        long key = departments.require(me.companyId(), department).id();
        return transaction.call(() -> book.written(key));
    }

    /**
     * From the next look on so; what has gone on stays where it is. That two departments name each other is allowed: nothing comes back to
     * where it has been.
     *
     * @param department public id
     * @param read what the caller has read; null for whatever it is
     * @throws NotFound if the company has no such department
     * @throws Invalid if the other department is the same, archived, or none of the company's
     * @throws Outdated if somebody else changed it since; nothing is changed then
     */
    public OverflowDraft change(Caller caller, String department, OverflowDraft draft, OverflowDraft read) {
        Caller.Staff me = caller.require(Permission.EDIT_DEPARTMENTS);
        DepartmentView of = departments.require(me.companyId(), department);
        Long to = draft.keepsAll() ? null : target(me, of, draft.department());
        transaction.run(() -> {
            // in this order: who lets something go on holds the one and refers to the other
            book.lock(of.id());
            String name = people.lockDepartment(of.id());
            OverflowDraft before = book.written(of.id());
            if (read != null && !read.equals(before)) throw new Outdated();
            if (draft.equals(before)) return;
            book.write(me.companyId(), of.id(), draft, to);
            trail.overflow(
                    me,
                    department,
                    name,
                    before,
                    draft,
                    id -> departments
                            .find(me.companyId(), id)
                            .map(DepartmentView::name)
                            .orElse(id));
            // a department for which another answers is open to visitors
            news.fire(new DepartmentsChanged(me.companyId()));
        });
        return draft;
    }

    private long target(Caller.Staff me, DepartmentView of, String other) {
        long to = people.department(me.companyId(), other)
                .orElseThrow(() -> new Invalid("There is no such department to go on to."));
        if (to == of.id()) throw new Invalid("Choose another department.");
        return to;
    }
}

package dev.parley.routing;

import dev.parley.company.DepartmentDetails;
import dev.parley.company.DepartmentSettings;
import dev.parley.conversation.Author;
import dev.parley.conversation.Lifecycle;
import dev.parley.routing.persistence.People;
import dev.parley.routing.persistence.WaitingLine;
import dev.parley.shared.Caller;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Permission;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Archiving a department without losing who waits in it. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DepartmentArchive {
    /** Of at most 200 each; an end, should what waits not be moved for a reason that nobody thought of. */
    private static final int ROUNDS = 1_000;

    @Inject
    DepartmentSettings departments;

    @Inject
    OfferDesk desk;

    @Inject
    Lifecycle lifecycle;

    @Inject
    WaitingLine line;

    @Inject
    People people;

    @Inject
    OwnTransaction transaction;

    /** @param moved how many conversations waited and wait in the successor now */
    public record Archived(DepartmentDetails department, int moved) {}

    /**
     * Archives a department. What waits in it waits in the successor from then on, at the place its waiting time gives it there; what its
     * people have open stays with them.
     *
     * @param department public id
     * @param successor public id of another that is not archived
     * @throws NotFound if the company has no such departments, or one is archived already
     * @throws dev.parley.shared.Refused if they are the same
     */
    public Archived archive(Caller caller, String department, String successor) {
        Caller.Staff me = caller.require(Permission.EDIT_DEPARTMENTS);
        long from = key(me, department);
        Step step =
                transaction.call(() -> new Step(departments.archive(me, department, successor), key(me, successor)));
        int moved = 0;
        // each by itself: a long queue holds no lock for long, and who comes late goes to the successor at once
        for (int round = 0; round < ROUNDS; round++) {
            var waiting = line.places(me.companyId(), from);
            if (waiting.isEmpty()) break;
            for (QueuePlace place : waiting) if (move(me, place.conversationId(), from, step.to)) moved++;
        }
        return new Archived(step.archived, moved);
    }

    /** @param to key of the department that everything goes to, as it was when this was archived */
    private record Step(DepartmentDetails archived, long to) {}

    private boolean move(Caller.Staff me, long conversation, long from, long to) {
        return transaction.call(() -> {
            boolean waits = line.lock(me.companyId(), conversation)
                    .filter(item -> item.waiting() && item.departmentId() == from)
                    .isPresent();
            if (!waits) return false;
            lifecycle.transferToDepartment(conversation, to, Author.of(me), null);
            desk.endFor(conversation);
            return true;
        });
    }

    private long key(Caller.Staff me, String department) {
        return people.department(me.companyId(), department)
                .orElseThrow(() -> new NotFound("There is no such department."));
    }
}

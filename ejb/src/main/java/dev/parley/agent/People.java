package dev.parley.agent;

import dev.parley.access.AccountDetails;
import dev.parley.access.AccountSettings;
import dev.parley.agent.domain.AgentPresence;
import dev.parley.agent.persistence.Presences;
import dev.parley.company.DepartmentDetails;
import dev.parley.company.DepartmentSettings;
import dev.parley.shared.Caller;
import dev.parley.shared.NameCursor;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Page;
import dev.parley.shared.Permission;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The company's people as its administrators see and change them: account, departments, capacity and presence together. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class People {
    private static final int MOST = 1_000;

    @Inject
    AccountSettings accounts;

    @Inject
    DepartmentSettings departments;

    @Inject
    Presences presences;

    @Inject
    LeaseBook leases;

    @Inject
    Capacities capacities;

    @Inject
    OwnTransaction transaction;

    /** All active ones, by name; at most 1,000. */
    public List<PersonView> all(Caller caller) {
        return page(caller, null, MOST).items();
    }

    /**
     * Some of the active ones, by name.
     *
     * @param cursor the {@code next} of the part before, or null for the first
     * @param limit 1 to 1,000
     * @throws dev.parley.shared.Invalid for another limit, or a cursor that is none
     */
    public Page<PersonView> page(Caller caller, String cursor, int limit) {
        Caller.Staff me = caller.require(Permission.MANAGE_PEOPLE);
        Page<AccountDetails> some = accounts.page(me, cursor, limit);
        // who answers is one of these accounts: so many behind the same one hold all that are asked for
        Map<String, PresenceView> seen =
                presences.colleagues(me.companyId(), leases.liveAfter(), NameCursor.of(cursor), limit).stream()
                        .collect(Collectors.toMap(PresenceView::agent, Function.identity()));
        List<DepartmentDetails> known = active(me);
        return some.map(account -> view(account, seen.get(account.id()), known));
    }

    /** One of them. @throws NotFound if the company has no active colleague with that public id */
    public PersonView get(Caller caller, String id) {
        Caller.Staff me = caller.require(Permission.MANAGE_PEOPLE);
        AccountDetails account = accounts.get(me, id);
        PresenceView presence = presences
                .account(me.companyId(), id)
                .flatMap(key -> presences.view(me.companyId(), key, leases.liveAfter()))
                .orElse(null);
        return view(account, presence, active(me));
    }

    /**
     * Changes what the draft names, all of it or nothing. Departments and capacity are for those who look after the departments.
     *
     * @throws NotFound if the company has no such colleague or department
     * @throws dev.parley.shared.DeskException as for {@link AccountSettings#change}, {@link DepartmentSettings#assign} and a capacity
     */
    public PersonView change(Caller caller, String id, PersonDraft draft) {
        Caller.Staff me = caller.require(Permission.MANAGE_PEOPLE);
        transaction.run(() -> {
            // presence first: the order of locks everywhere
            boolean other = draft.capacity() != null
                    && draft.capacity() != get(me, id).presence().capacity();
            if (other) capacities.set(me.require(Permission.EDIT_DEPARTMENTS), key(me, id), draft.capacity());
            if (draft.departments() != null && !own(me, id).equals(Set.copyOf(draft.departments())))
                departments.assign(me, id, draft.departments());
            accounts.change(me, id, draft.account());
        });
        return get(caller, id);
    }

    private Set<String> own(Caller.Staff me, String id) {
        return get(me, id).departments().stream().map(DepartmentDetails::id).collect(Collectors.toSet());
    }

    private long key(Caller.Staff me, String id) {
        return presences.account(me.companyId(), id).orElseThrow(() -> new NotFound("There is no such agent."));
    }

    private List<DepartmentDetails> active(Caller.Staff me) {
        return departments.all(me).stream().filter(d -> !d.archived()).toList();
    }

    private static PersonView view(AccountDetails account, PresenceView seen, List<DepartmentDetails> known) {
        PresenceView presence = seen == null
                ? new PresenceView(
                        account.id(),
                        account.name(),
                        Presence.OFFLINE,
                        null,
                        Instant.EPOCH,
                        false,
                        AgentPresence.DEFAULT_CAPACITY,
                        account.portrait())
                : seen;
        List<DepartmentDetails> own = known.stream()
                .filter(d -> d.members().stream().anyMatch(m -> m.id().equals(account.id())))
                .toList();
        return new PersonView(account, presence, own);
    }
}

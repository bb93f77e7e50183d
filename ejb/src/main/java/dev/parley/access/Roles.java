package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.access.domain.OwnRole;
import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.HeldRole;
import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import dev.parley.shared.NotFound;
import dev.parley.shared.Outdated;
import dev.parley.shared.Permission;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.shared.ShortText;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The roles that a company makes for itself out of named permissions. Nobody makes, changes or removes one that allows more than the own
 * role does, and none has what is the owner's alone. Every change is audited and in force at once; two who write at once take turns.
 */
@Stateless
@PermitAll
public class Roles {
    /** So many a company has of its own at most. */
    public static final int MOST = 30;

    /** Of characters in a name. */
    public static final int LONGEST_NAME = 60;

    /** So many of those who have it are named. */
    private static final int MOST_NAMED = 100;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    RoleGrants grants;

    @Inject
    AuditTrail audit;

    @Inject
    Event<RoleChanged> news;

    /**
     * The desk's roles, highest first, then the company's own by name; for those who give them too.
     *
     * @throws Forbidden if the caller manages neither roles nor people
     */
    public List<RoleView> all(Caller caller) {
        Caller.Staff me = caller.requireAny(Permission.MANAGE_ROLES, Permission.MANAGE_PEOPLE);
        Map<Long, Long> counts = em.createNamedQuery("Account.countByOwnRole", Object[].class)
                .setParameter("companyId", me.companyId())
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
        List<RoleView> all = new ArrayList<>();
        Arrays.stream(Role.values()).forEach(role -> all.add(new RoleView(HeldRole.of(role), List.of(), 0, 0)));
        for (OwnRole role : grants.all(me.companyId())) {
            int count = counts.getOrDefault(role.id(), 0L).intValue();
            all.add(new RoleView(role.held(), List.of(), count, role.version()));
        }
        return all;
    }

    /** One of the company's own, with who has it. @throws NotFound if it has none with this public id */
    public RoleView get(Caller caller, String id) {
        Caller.Staff me = caller.require(Permission.MANAGE_ROLES);
        return view(me, find(me, id));
    }

    /**
     * @throws Forbidden if it would allow something that the caller may not
     * @throws Invalid if name or permissions do not fit
     * @throws Refused if there are {@link #MOST}, or one is called so
     */
    public RoleView create(Caller caller, RoleDraft draft) {
        Caller.Staff me = caller.require(Permission.MANAGE_ROLES);
        String name = fitting(me, draft);
        grants.lock(me.companyId());
        if (grants.all(me.companyId()).size() >= MOST)
            throw new Refused("There are at most " + MOST + " roles. Remove one first.");
        requireFree(me, name, null);
        OwnRole role = OwnRole.make(me.companyId(), name, draft.permissions());
        em.persist(role);
        em.flush();
        audit.record(me, subject(role), null, json(role));
        return view(me, role);
    }

    /**
     * Whoever has it is allowed what it says then, with the next click; sockets have to come again.
     *
     * @throws NotFound if the company has no such role
     * @throws Forbidden if it allows, or would allow, something that the caller may not
     * @throws Outdated if somebody else changed it since the draft's version was read
     * @throws Invalid if name or permissions do not fit
     * @throws Refused if another one is called so
     */
    public RoleView change(Caller caller, String id, RoleDraft draft) {
        Caller.Staff me = caller.require(Permission.MANAGE_ROLES);
        grants.lock(me.companyId());
        OwnRole role = present(me, id, draft.version());
        String name = fitting(me, draft);
        requireFree(me, name, id);
        boolean sameRights = role.permissions().equals(draft.permissions());
        if (sameRights && role.name().equals(name)) return view(me, role);
        JsonObject before = json(role);
        role.change(name, draft.permissions());
        em.flush();
        audit.record(me, subject(role), before, json(role));
        if (!sameRights) {
            Set<Long> accounts = holders(me, role).stream().map(Account::id).collect(Collectors.toSet());
            news.fire(new RoleChanged(accounts, role.held()));
        }
        return view(me, role);
    }

    /**
     * It is there no more.
     *
     * @param version the one that was read, or null
     * @throws NotFound if the company has no such role
     * @throws Forbidden if it allows something that the caller may not
     * @throws RoleInUse if somebody has it, invited and deactivated ones too
     * @throws Outdated if it was changed since that version
     */
    public void remove(Caller caller, String id, Long version) {
        Caller.Staff me = caller.require(Permission.MANAGE_ROLES);
        grants.lock(me.companyId());
        OwnRole role = present(me, id, version);
        List<String> holders = holders(me, role).stream().map(Account::name).toList();
        if (!holders.isEmpty())
            throw new RoleInUse(holders.stream().limit(MOST_NAMED).toList());
        audit.record(me, subject(role), json(role), null);
        em.remove(role);
    }

    private OwnRole find(Caller.Staff me, String id) {
        return grants.find(me.companyId(), id).orElseThrow(() -> new NotFound("There is no such role."));
    }

    /** As it stands now, under the lock. */
    private OwnRole present(Caller.Staff me, String id, Long version) {
        OwnRole role = find(me, id);
        em.refresh(role, LockModeType.PESSIMISTIC_WRITE);
        if (version != null) Outdated.check(version, role.version());
        if (role.held().above(me.role())) throw new Forbidden("This role is above yours.");
        return role;
    }

    private static String fitting(Caller.Staff me, RoleDraft draft) {
        String name = ShortText.of("A name", draft.name(), LONGEST_NAME);
        if (name == null) throw new Invalid("The name is missing.");
        if (Role.find(name.toLowerCase(Locale.ROOT)).isPresent())
            throw new Refused("'" + name + "' is one of the roles that are there already.");
        if (draft.permissions().isEmpty()) throw new Invalid("A role has at least one permission.");
        if (!Permission.FOR_ROLES.containsAll(draft.permissions()))
            throw new Invalid("What is the owner's alone is in no other role.");
        if (!me.role().permissions().containsAll(draft.permissions()))
            throw new Forbidden("You cannot put into a role what you may not do yourself.");
        return name;
    }

    private void requireFree(Caller.Staff me, String name, String own) {
        String folded = OwnRole.folded(name);
        boolean taken = grants.all(me.companyId()).stream()
                .anyMatch(other ->
                        other.foldedName().equals(folded) && !other.publicId().equals(own));
        if (taken) throw new Refused("There is a role '" + name + "' already.");
    }

    private List<Account> holders(Caller.Staff me, OwnRole role) {
        return em.createNamedQuery("Account.withOwnRole", Account.class)
                .setParameter("companyId", me.companyId())
                .setParameter("role", role.id())
                .getResultList();
    }

    private RoleView view(Caller.Staff me, OwnRole role) {
        List<String> holders = holders(me, role).stream().map(Account::name).toList();
        List<String> named = holders.stream().limit(MOST_NAMED).toList();
        return new RoleView(role.held(), named, holders.size(), role.version());
    }

    private static AuditSubject subject(OwnRole role) {
        return new AuditSubject(AuditKind.ROLE, role.publicId(), role.name());
    }

    private static JsonObject json(OwnRole role) {
        var permissions = Json.createArrayBuilder();
        role.permissions().forEach(permission -> permissions.add(permission.wire()));
        return Json.createObjectBuilder()
                .add("name", role.name())
                .add("permissions", permissions)
                .build();
    }
}

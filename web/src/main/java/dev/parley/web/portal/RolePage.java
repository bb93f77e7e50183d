package dev.parley.web.portal;

import dev.parley.access.RoleDraft;
import dev.parley.access.RoleInUse;
import dev.parley.access.RoleView;
import dev.parley.access.Roles;
import dev.parley.audit.AuditKind;
import dev.parley.shared.Caller;
import dev.parley.shared.DeskException;
import dev.parley.shared.Forbidden;
import dev.parley.shared.HeldRole;
import dev.parley.shared.Outdated;
import dev.parley.shared.Permission;
import dev.parley.shared.Refused;
import dev.parley.web.language.Words;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One of the company's own roles: what it is called and what it allows. Without an id in the address a new one. */
@Named
@ViewScoped
public class RolePage extends EditedForm {
    private static final long serialVersionUID = 1;

    @Inject
    private Administration administration;

    @Inject
    private Roles roles;

    private String id;
    private String called;
    private boolean above;
    private List<Group> groups = List.of();
    private List<String> holders = List.of();
    private long version;
    private HeldRole seen;

    /** Permissions that belong together. */
    public record Group(String name, List<Ticked> permissions) implements Serializable {
        public String getName() {
            return name;
        }

        public List<Ticked> getPermissions() {
            return permissions;
        }
    }

    /** Reads the role that the address names. */
    public void open() {
        Caller.Staff me = administration.caller().require(Permission.MANAGE_ROLES);
        RoleView now = id == null ? null : administration.orNoSuchPage(() -> roles.get(me, id));
        if (now != null) {
            called = now.role().name();
            see(now, me);
        }
        groups = groups(me, now == null ? Set.of() : now.role().permissions());
    }

    private void see(RoleView now, Caller.Staff me) {
        seen = now.role();
        version = now.version();
        holders = now.holders();
        above = now.role().above(me.role());
    }

    /** What the one who asks may give, and what the role has beyond that. */
    private List<Group> groups(Caller.Staff me, Set<Permission> on) {
        Words words = administration.words();
        List<Group> all = new ArrayList<>();
        PermissionWords.all().forEach((key, permissions) -> {
            List<Ticked> those = new ArrayList<>();
            for (Permission p : permissions) {
                if (!me.role().may(p) && !on.contains(p)) continue;
                those.add(new Ticked(
                        p.wire(), PermissionWords.name(p, words), PermissionWords.about(p, words), on.contains(p)));
            }
            if (!those.isEmpty()) all.add(new Group(words.say(key), those));
        });
        return all;
    }

    private Set<Permission> ticked() {
        Set<Permission> chosen = EnumSet.noneOf(Permission.class);
        for (Group group : groups)
            for (Ticked each : group.permissions()) if (each.isOn()) chosen.add(Permission.of(each.getId()));
        return chosen;
    }

    /** Writes it, or says beside what is typed why not. */
    public void save() {
        touched();
        if (called == null || called.isBlank()) {
            administration.complain("form.nameMissing");
            return;
        }
        Set<Permission> chosen = ticked();
        if (chosen.isEmpty()) {
            administration.complain("roles.permissionMissing");
            return;
        }
        try {
            var draft = new RoleDraft(called, chosen, id == null ? null : version);
            RoleView saved = id == null
                    ? roles.create(administration.caller(), draft)
                    : roles.change(administration.caller(), id, draft);
            administration.lead("/portal/role?id=" + saved.role().wire() + "&saved=1");
        } catch (Outdated e) {
            giveWay();
        } catch (Forbidden e) {
            administration.complain("roles.above");
        } catch (Refused e) {
            boolean full = id == null && own() >= Roles.MOST;
            if (full) administration.complain("roles.full", Roles.MOST);
            else administration.complain("roles.taken", called);
        } catch (DeskException e) {
            administration.complain(e);
        }
    }

    private long own() {
        return roles.all(administration.caller()).stream()
                .filter(view -> view.role().name() != null)
                .count();
    }

    /** It is there no more, unless somebody has it. */
    public void remove() {
        try {
            roles.remove(administration.caller(), id, version);
            administration.lead("/portal/roles?saved=1");
        } catch (RoleInUse e) {
            administration.complain("roles.inUse", e.who());
        } catch (Outdated e) {
            giveWay();
        } catch (DeskException e) {
            administration.complain(e);
        }
    }

    /** What was not touched here becomes theirs; what was stays, and saving again replaces theirs. */
    private void giveWay() {
        RoleView now;
        try {
            now = roles.get(administration.caller(), id);
        } catch (DeskException e) {
            administration.complain(e);
            return;
        }
        Map<String, String> was = said(seen.name(), seen.permissions());
        Map<String, String> is = said(now.role().name(), now.role().permissions());
        if (Objects.equals(called, seen.name())) called = now.role().name();
        Set<Permission> merged = EnumSet.noneOf(Permission.class);
        merged.addAll(now.role().permissions());
        Set<Permission> mine = ticked();
        for (Permission p : Permission.FOR_ROLES) {
            if (mine.contains(p) == seen.may(p)) continue;
            if (mine.contains(p)) merged.add(p);
            else merged.remove(p);
        }
        Caller.Staff me = administration.caller().requireStaff();
        groups = groups(me, merged);
        see(now, me);
        overtaken(administration.lastChange(AuditKind.ROLE, id), TheirChange.between(was, is));
    }

    private Map<String, String> said(String name, Collection<Permission> permissions) {
        Words words = administration.words();
        Map<String, String> said = new LinkedHashMap<>();
        said.put(words.say("audit.field.name"), name);
        said.put(words.say("roles.permissions"), PermissionWords.said(permissions, words));
        return said;
    }

    public boolean isKnown() {
        return id != null;
    }

    /** Whether the role allows more than that of the one who asks: then it can be looked at only. */
    public boolean isAbove() {
        return above;
    }

    /** As it was called when the page was opened. */
    public String getTitle() {
        return seen == null ? "" : seen.name();
    }

    /** Who has it, with commas between the names; empty for nobody. */
    public String getHolders() {
        return String.join(", ", holders);
    }

    public List<Group> getGroups() {
        return groups;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getCalled() {
        return called;
    }

    public void setCalled(String called) {
        this.called = called;
    }
}

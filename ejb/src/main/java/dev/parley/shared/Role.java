package dev.parley.shared;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The roles that every company has. A role is a named set of permissions; every door asks for the permission, never for the role. Those
 * that a company makes for itself are no constants: {@link HeldRole} is the one or the other.
 */
public enum Role {
    /** May everything, and cannot be removed by an administrator. */
    OWNER(EnumSet.allOf(Permission.class)),
    ADMINISTRATOR(EnumSet.complementOf(EnumSet.of(Permission.OWN_COMPANY))),
    SUPERVISOR(EnumSet.of(
            Permission.ANSWER_CONVERSATIONS,
            Permission.SEE_ALL_CONVERSATIONS,
            Permission.SEE_COLLEAGUES,
            Permission.SEE_REPORTS,
            Permission.REMOVE_NOTES_OF_OTHERS,
            Permission.SEE_VISITOR_ADDRESS,
            Permission.KEEP_CANNED_RESPONSES,
            Permission.SET_OTHERS_PRESENCE)),
    AGENT(EnumSet.of(Permission.ANSWER_CONVERSATIONS, Permission.SEE_COLLEAGUES)),
    EDITOR(EnumSet.of(Permission.EDIT_KNOWLEDGE)),
    ANALYST(EnumSet.of(Permission.SEE_REPORTS));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** What it allows; unmodifiable. */
    public Set<Permission> permissions() {
        return Collections.unmodifiableSet(permissions);
    }

    /** As it stands in JSON and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nothing for another word: it may be the public id of a company's own role. */
    public static Optional<Role> find(String wire) {
        for (Role role : values()) if (role.wire().equals(wire)) return Optional.of(role);
        return Optional.empty();
    }

    /** @throws Invalid if there is no such role */
    public static Role of(String wire) {
        return find(wire).orElseThrow(() -> new Invalid("There is no role '" + wire + "'."));
    }
}

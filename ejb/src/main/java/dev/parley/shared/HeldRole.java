package dev.parley.shared;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * The role that somebody has: one of the desk's own, or one that the company made. Two are the same if they are called the same and allow
 * the same.
 */
public final class HeldRole implements Serializable {
    private static final long serialVersionUID = 1;

    private final String id;
    private final String name;
    private final EnumSet<Permission> permissions;

    private HeldRole(String id, String name, Collection<Permission> permissions) {
        this.id = id;
        this.name = name;
        this.permissions = EnumSet.noneOf(Permission.class);
        this.permissions.addAll(permissions);
    }

    /** One of the desk's. */
    public static HeldRole of(Role role) {
        return new HeldRole(role.wire(), null, role.permissions());
    }

    /** One of a company's. @param id its public id @param name as the company calls it */
    public static HeldRole own(String id, String name, Collection<Permission> permissions) {
        return new HeldRole(id, Objects.requireNonNull(name), permissions);
    }

    /** As it stands in JSON: the word of one of the desk's roles, or the public id of a company's. */
    public String wire() {
        return id;
    }

    /** As the company calls it; null for one of the desk's, which has a name in each language. */
    public String name() {
        return name;
    }

    /** For the audit log: the name, or the word of one of the desk's. */
    public String said() {
        return name == null ? id : name;
    }

    /** In the order of the enum; unmodifiable. */
    public Set<Permission> permissions() {
        return Collections.unmodifiableSet(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whether it is this one of the desk's. */
    public boolean is(Role role) {
        return name == null && id.equals(role.wire());
    }

    /** Whether it allows something that the other does not: nobody changes or gives what is above. */
    public boolean above(HeldRole other) {
        return !other.permissions.containsAll(permissions);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeldRole role
                && id.equals(role.id)
                && Objects.equals(name, role.name)
                && permissions.equals(role.permissions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, name, permissions);
    }

    @Override
    public String toString() {
        return id;
    }
}

package dev.parley.access;

import dev.parley.shared.Permission;
import java.util.Set;

/**
 * One of the company's own roles as it shall be.
 *
 * @param name 1 to 60 characters
 * @param permissions at least one, none of the owner's alone
 * @param version the one that was read, or null to write whatever stands there
 */
public record RoleDraft(String name, Set<Permission> permissions, Long version) {
    public RoleDraft {
        permissions = permissions == null ? Set.of() : Set.copyOf(permissions);
    }
}

package dev.parley.company;

import java.util.List;

/**
 * A department as an administrator writes it; what is null stays as it is.
 *
 * @param name 1 to 120 characters that no other department of the company has, nor an archived one
 * @param members public ids of all who shall belong to it
 * @param version the one that was read, or null to write whatever stands there
 */
public record DepartmentDraft(String name, Boolean tagsRequired, List<String> members, Long version) {
    public DepartmentDraft {
        members = members == null ? null : List.copyOf(members);
    }
}

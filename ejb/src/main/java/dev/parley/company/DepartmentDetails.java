package dev.parley.company;

import java.util.List;

/**
 * A department as its administrators see it.
 *
 * @param id public id
 * @param archived whether it takes nothing new
 * @param standard for how many sites it is where conversations go that name no department
 * @param members active colleagues who belong to it, by name
 * @param version grows with every change
 */
public record DepartmentDetails(
        String id,
        String name,
        boolean tagsRequired,
        boolean archived,
        int standard,
        List<Member> members,
        long version) {
    public DepartmentDetails {
        members = List.copyOf(members);
    }

    /** A colleague. {@code id} is public. */
    public record Member(String id, String name) {}
}

package dev.parley.company;

/**
 * A department. {@code id} is its key, for doors; {@code publicId} leaves the building.
 *
 * @param tagsRequired whether its agents must tag a conversation before they close it
 */
public record DepartmentView(long id, String publicId, long companyId, String name, boolean tagsRequired) {}

package dev.parley.company;

/** A department. {@code id} is its key, for doors; {@code publicId} leaves the building. */
public record DepartmentView(long id, String publicId, long companyId, String name) {}

package dev.parley.company;

/** A company. {@code id} is its key, for doors; {@code publicId} leaves the building. */
public record CompanyView(long id, String publicId, String name) {}

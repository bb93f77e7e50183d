package dev.parley.company;

/** One of the company's own words to choose from. {@code id} is its key, for doors; {@code publicId} leaves the building. */
public record LabelView(long id, String publicId, String name) {}

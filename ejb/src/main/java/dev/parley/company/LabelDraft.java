package dev.parley.company;

/** A label as an administrator writes it. @param id public id of the one to keep, or null for a new one @param name 1 to 60 characters */
public record LabelDraft(String id, String name) {}

package dev.parley.visitor;

import java.time.Instant;

/** What a colleague wrote down about a person, for colleagues only. @param authorId the author's public id */
public record VisitorNote(String id, String authorId, String author, Instant at, String text) {}

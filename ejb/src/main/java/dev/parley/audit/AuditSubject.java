package dev.parley.audit;

/** What was changed. @param id its public id, or a path of at most 200 characters @param name as people know it after the change, at most 120 characters */
public record AuditSubject(AuditKind kind, String id, String name) {}

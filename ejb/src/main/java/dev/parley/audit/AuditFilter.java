package dev.parley.audit;

import java.time.Instant;

/**
 * Which changes are looked for; null for any.
 *
 * @param actor public id of who did it
 * @param word that stands in the name of who did it, of what was changed, or in what it was or became; at most 100 characters
 * @param from the first moment
 * @param to the moment before which it happened
 */
public record AuditFilter(String actor, AuditKind kind, String word, Instant from, Instant to) {
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);
}

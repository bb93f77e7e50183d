package dev.parley.audit;

import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * An administrative change.
 *
 * @param actor public id of who did it
 * @param address from where, or null
 * @param subject public id of what was changed
 * @param before the members that differ as they were, or null for something new
 * @param after the same as they became, or null for something that went
 */
public record AuditView(
        String id,
        Instant at,
        String actor,
        String actorName,
        String address,
        AuditKind kind,
        String subject,
        String subjectName,
        JsonObject before,
        JsonObject after) {}

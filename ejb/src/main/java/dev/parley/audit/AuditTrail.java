package dev.parley.audit;

import dev.parley.audit.domain.AuditEntry;
import dev.parley.shared.Caller;
import dev.parley.shared.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/**
 * The one way into the audit log. A door calls it in the transaction of its change, so that there is never one without the other; without
 * a transaction it fails. What it is given must hold no secrets: no passwords, hashes, tokens or keys.
 */
@Dependent
public class AuditTrail {
    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    @Inject
    private Clock clock;

    /**
     * Keeps a change. Only the members that differ are kept; where none does, nothing happened and nothing is kept.
     *
     * @param by who did it, and from where
     * @param before what was there, or null for something new
     * @param after what is there now, or null for something that went
     */
    public void record(Caller.Staff by, AuditSubject what, JsonObject before, JsonObject after) {
        if (before != null && before.equals(after)) return;
        boolean changed = before != null && after != null;
        em.persist(AuditEntry.write(
                by,
                what,
                changed ? difference(before, after) : before,
                changed ? difference(after, before) : after,
                clock.instant()));
    }

    /** The members of {@code one} that are not the same in {@code other}. */
    private static JsonObject difference(JsonObject one, JsonObject other) {
        var difference = Json.createObjectBuilder();
        one.forEach((name, value) -> {
            if (!value.equals(other.get(name))) difference.add(name, value);
        });
        return difference.build();
    }
}

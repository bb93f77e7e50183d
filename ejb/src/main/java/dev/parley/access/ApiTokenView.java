package dev.parley.access;

import java.time.Instant;
import java.util.Set;

/**
 * An API token as it is listed; nothing of it opens a door.
 *
 * @param prefix how the token begins
 * @param usedAt when it was used last, to the minute; null if never
 * @param maker name of the colleague who made it
 */
public record ApiTokenView(
        String id,
        String name,
        String prefix,
        Set<Scope> scopes,
        Instant createdAt,
        Instant expiresAt,
        Instant usedAt,
        String maker,
        State state) {

    /** Whether it opens doors. */
    public enum State {
        ACTIVE,
        EXPIRED,
        /** Whoever made it was deactivated. */
        ORPHANED
    }
}

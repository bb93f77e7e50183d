package dev.parley.access;

import dev.parley.shared.HeldRole;
import java.time.Instant;

/**
 * Somebody who was invited and has not come yet.
 *
 * @param id public id of the account that waits
 * @param invitedAt the last time
 * @param expiresAt when the last mailed link is worth nothing any more; in the past where it is time for another
 */
public record InvitationView(
        String id, String email, String name, HeldRole role, Instant invitedAt, Instant expiresAt) {}

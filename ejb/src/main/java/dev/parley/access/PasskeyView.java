package dev.parley.access;

import java.time.Instant;

/**
 * One of the own passkeys.
 *
 * @param usedAt when it opened the door last, or null
 * @param backedUp whether it can be had on another device, too
 */
public record PasskeyView(String id, String name, Instant createdAt, Instant usedAt, boolean backedUp) {}

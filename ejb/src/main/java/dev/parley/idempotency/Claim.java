package dev.parley.idempotency;

/**
 * What stands behind a key now.
 *
 * @param id of the row
 * @param answer what the same request got before; null where it is the claimer's to be done
 */
public record Claim(long id, KeptAnswer answer) {}

/**
 * What is asked to be done once is done once: the answer to a request with an {@code Idempotency-Key}, kept for a day. The door is
 * {@link dev.parley.idempotency.IdempotencyKeys}. Knows {@code shared} only.
 */
package dev.parley.idempotency;

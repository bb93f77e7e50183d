/** The row of a key. */
package dev.parley.idempotency.domain;

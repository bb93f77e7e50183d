package dev.parley.conversation;

import java.time.Instant;

/**
 * An internal note: for colleagues only, a type of its own so that no visitor's query can return it.
 *
 * @param after the seq behind which it stands; notes take no seq themselves
 */
public record Note(
        String conversation, String id, long after, String clientId, Instant at, Author author, String text) {}

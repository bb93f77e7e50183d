package dev.parley.conversation;

/**
 * That an agent owns a conversation or takes part in it. Keys never leave the building.
 *
 * @param accountId null where nobody does
 * @param closed whether the conversation is
 */
public record TakesPart(long conversationId, Long accountId, boolean closed) {}

package dev.parley.conversation;

/**
 * The right to write into a conversation, as checked once. It holds while the conversation's epoch is the same; the writer compares under
 * the head's lock and refuses an older one, so that a session may keep it without asking again for each message.
 */
public record Admission(long conversationId, String conversation, long companyId, long epoch) {}

package dev.parley.conversation;

/** An open conversation that an agent owns or takes part in. Keys never leave the building. @param conversation public id */
public record InHand(long accountId, long companyId, long conversationId, String conversation, long lastSeq) {}

package dev.parley.conversation;

/** A visitor's conversation that is not closed. Keys never leave the building. @param conversation public id */
public record OfVisitor(long visitorId, long conversationId, String conversation, long lastSeq) {}

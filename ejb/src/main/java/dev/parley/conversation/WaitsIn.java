package dev.parley.conversation;

/** That a conversation waits in a department. Keys never leave the building. */
public record WaitsIn(long companyId, long conversationId, long departmentId) {}

package dev.parley.conversation;

import java.time.Instant;

/** Where a conversation stands at this moment: what a decision about it needs. For the desk itself; keys never leave the building. */
public record Standing(
        long id,
        String conversation,
        long companyId,
        long siteId,
        long departmentId,
        long visitorId,
        ConversationStatus status,
        Long agentId,
        Instant closedAt,
        long lastSeq,
        long epoch,
        int reopenHours) {
    public Admission admission() {
        return new Admission(id, conversation, companyId, epoch);
    }
}

package dev.parley.sla;

import java.time.Instant;

/** News of clocks. Fired in the transaction that keeps it; observe after success. May be lost with the process. */
public sealed interface TargetEvent {
    long companyId();

    /** The conversation's key. */
    long conversationId();

    /** What has to happen next in a conversation, or until when, is otherwise now. */
    record ClockMoved(long companyId, long conversationId, long departmentId) implements TargetEvent {}

    /**
     * A clock has run out, and goes on running.
     *
     * @param accountId the owner, or null where it waits
     */
    record TargetMissed(
            long companyId, long conversationId, long departmentId, Long accountId, Measure measure, Instant dueAt)
            implements TargetEvent {}
}

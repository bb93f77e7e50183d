package dev.parley.conversation;

import java.time.Instant;

/** What happened to a conversation. Fired after its commit is certain; may be lost with the process, then clients resume. */
public sealed interface ConversationEvent {
    long companyId();

    /** The conversation's key. */
    long conversationId();

    /** A message was stored. {@code origin} is the live session that sent it and gets the receipt instead, or null. */
    record MessagePosted(long companyId, long conversationId, Message message, String origin)
            implements ConversationEvent {}

    /** A visitor opened a conversation; it waits in {@code departmentId}. */
    record ConversationOpened(
            long companyId, long conversationId, String conversation, long departmentId, long visitorId, String origin)
            implements ConversationEvent {}

    /** An agent owns it now. {@code line} is the event in the timeline, in this and the records below. */
    record ConversationAssigned(
            long companyId, long conversationId, long accountId, long departmentId, Author by, Message line)
            implements ConversationEvent {}

    /** It went back to its old place in the queue; {@code formerAccountId} gave it up, or null. */
    record ConversationRequeued(
            long companyId,
            long conversationId,
            long departmentId,
            Long formerAccountId,
            Author by,
            String reason,
            Message line)
            implements ConversationEvent {}

    /** It waits in, or was handed over in, another department. */
    record ConversationTransferred(
            long companyId,
            long conversationId,
            long fromDepartmentId,
            long departmentId,
            Long formerAccountId,
            Long accountId,
            Author by,
            Message line)
            implements ConversationEvent {}

    record AgentJoined(long companyId, long conversationId, long accountId, long departmentId, Author by, Message line)
            implements ConversationEvent {}

    record ConversationClosed(
            long companyId,
            long conversationId,
            long departmentId,
            Long accountId,
            Author by,
            String reason,
            Message line)
            implements ConversationEvent {}

    /** Written into after it was closed; it waits again. */
    record ConversationReopened(long companyId, long conversationId, long departmentId, Author by, Message line)
            implements ConversationEvent {}

    /** Somebody who took part beside the owner does no longer. */
    record AgentLeft(long companyId, long conversationId, long accountId, long departmentId, Author by, Message line)
            implements ConversationEvent {}

    /** It has other tags now. For colleagues only. */
    record ConversationTagged(long companyId, long conversationId, String conversation, long departmentId, Author by)
            implements ConversationEvent {}

    /** It presses more or less now. For colleagues only. */
    record ConversationPrioritised(
            long companyId, long conversationId, String conversation, long departmentId, Author by)
            implements ConversationEvent {}

    record NoteWritten(long companyId, long conversationId, Note note, String origin) implements ConversationEvent {}

    /** A note names a colleague. */
    record Mentioned(long companyId, long conversationId, long accountId, Note note) implements ConversationEvent {}

    /** A colleague has looked at the conversation in which notes named him or her. */
    record MentionsSeen(long companyId, long conversationId, String conversation, long accountId)
            implements ConversationEvent {}

    /** Somebody has received or read up to a seq. Never moves backwards. */
    record ReadMoved(
            long companyId,
            long conversationId,
            String conversation,
            Author reader,
            long deliveredSeq,
            long readSeq,
            Instant at)
            implements ConversationEvent {}
}

package dev.parley.conversation.persistence;

import dev.parley.conversation.domain.Conversation;
import java.time.Instant;

/** A conversation whose head is locked by this transaction, and what the head will be after it. */
public record Change(Conversation conversation, long seq, long epoch, Instant at) {}

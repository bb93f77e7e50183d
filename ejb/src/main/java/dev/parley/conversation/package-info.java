/**
 * Conversations: what visitors and the company say to each other, in one order, and the life of each thread.
 *
 * <p>Doors: {@link dev.parley.conversation.Conversations} (write, read, list), {@link dev.parley.conversation.Lifecycle} (status, owner,
 * participants; used by routing), {@link dev.parley.conversation.Notes}. News leaves as {@link dev.parley.conversation.ConversationEvent}
 * after commit. Knows visitor, company and access; routing knows this package, never the other way round
 * ({@link dev.parley.conversation.Acceptance} is how a conversation asks to be accepted).
 */
package dev.parley.conversation;

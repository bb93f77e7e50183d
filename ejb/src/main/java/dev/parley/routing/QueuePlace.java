package dev.parley.routing;

/**
 * A conversation's place in its department's queue.
 *
 * @param conversation public id
 * @param visitorId whose it is, the key
 * @param position 1 is next
 */
public record QueuePlace(long conversationId, String conversation, long visitorId, int position) {}

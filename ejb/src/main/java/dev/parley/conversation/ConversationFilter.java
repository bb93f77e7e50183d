package dev.parley.conversation;

import java.time.Instant;

/**
 * Which conversations an agent's list shows; null means any.
 *
 * @param agent public id of the owner
 * @param department public id
 * @param visitor public id
 * @param tag name or public id of a tag
 * @param text part of the visitor's name, or of what was said
 * @param cursor the last item's {@code next} of the page before
 * @param limit 1 to 100
 */
public record ConversationFilter(
        ConversationStatus status,
        String agent,
        String department,
        String visitor,
        String tag,
        String text,
        Instant from,
        Instant to,
        String cursor,
        int limit) {
    public static final int MAX_LIMIT = 100;

    public ConversationFilter {
        limit = Math.max(1, Math.min(limit, MAX_LIMIT));
    }
}

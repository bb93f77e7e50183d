package dev.parley.conversation;

import java.time.Instant;

/**
 * One row of a conversation's timeline, as everybody in it may see it. Internal notes are {@link Note}s, another type: nothing that reads
 * messages can return one.
 *
 * @param conversation public id
 * @param seq 1, 2, 3 … without a gap
 * @param clientId the sender's name for it, a UUID; the system's rows have one too
 * @param kind {@code text}, {@code file}, {@code event} or {@code change}
 * @param text raw, as typed; escaped by whoever shows it; null where the kind has none
 * @param extra members that only some kinds have, as a JSON object ({@code files}, {@code replyTo}, {@code event}, {@code of} …), or null
 */
public record Message(
        String conversation,
        long seq,
        String clientId,
        Instant at,
        Author author,
        String kind,
        String text,
        String extra) {
    /** Unguessable because the conversation's id is. */
    public String id() {
        return conversation + "-" + seq;
    }
}

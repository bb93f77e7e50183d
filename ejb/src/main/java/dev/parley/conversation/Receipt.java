package dev.parley.conversation;

import java.time.Instant;

/**
 * The answer to a sent message, given only after its commit; a resend gets the same.
 *
 * @param conversation public id; another than the one asked for, where that was closed too long ago and a new one was opened
 * @param conversationId the key
 * @param fresh false where this message had been stored before
 */
public record Receipt(String conversation, long conversationId, String clientId, long seq, Instant at, boolean fresh) {
    public String id() {
        return conversation + "-" + seq;
    }
}

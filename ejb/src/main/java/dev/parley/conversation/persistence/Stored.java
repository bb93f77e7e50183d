package dev.parley.conversation.persistence;

import dev.parley.conversation.Message;
import dev.parley.conversation.Receipt;

/**
 * What became of a post in a committed transaction: exactly one of receipt and problem is there.
 *
 * @param message the stored row, for the others in the conversation; null for a resend or a problem
 * @param problem why it was not stored; the rest of its batch was
 */
public record Stored(Post post, Receipt receipt, Message message, RuntimeException problem) {
    static Stored fresh(Post post, Receipt receipt, Message message) {
        return new Stored(post, receipt, message, null);
    }

    static Stored again(Post post, Receipt receipt) {
        return new Stored(post, receipt, null, null);
    }

    static Stored failed(Post post, RuntimeException problem) {
        return new Stored(post, null, null, problem);
    }
}

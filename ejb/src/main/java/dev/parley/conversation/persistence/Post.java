package dev.parley.conversation.persistence;

import dev.parley.company.FormAnswer;
import dev.parley.conversation.Admission;
import dev.parley.conversation.Author;
import dev.parley.conversation.Draft;
import dev.parley.conversation.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One message on its way into the log: authorised, not yet stored.
 *
 * @param admission where it goes, or null where {@code opening} makes a conversation for it
 * @param digest what a resend must match
 * @param done completed after the commit, in the order of seq
 */
public record Post(
        long companyId,
        Author author,
        Draft draft,
        String digest,
        Admission admission,
        Opening opening,
        Instant at,
        CompletableFuture<Receipt> done) {

    /**
     * The conversation that a visitor's first message makes.
     *
     * @param publicId chosen beforehand
     * @param origin {@code chat}, or {@code message} where nobody is there
     * @param previousId key of the one it continues, or null
     * @param answers what the visitor filled in before it
     */
    public record Opening(
            String publicId,
            long siteId,
            long departmentId,
            long visitorId,
            String origin,
            Long previousId,
            List<FormAnswer> answers) {
        public Opening {
            answers = List.copyOf(answers);
        }
    }

    /** Posts of one lane keep their order: a conversation, or a visitor who opens one. */
    public int lane() {
        return admission != null
                ? Long.hashCode(admission.conversationId())
                : author.id().hashCode();
    }

    /** Equal for resends of one message. */
    Key key() {
        return new Key(companyId, author.id(), draft.clientId());
    }

    /** The database's own uniqueness: over all conversations of the sender. */
    record Key(long companyId, String sender, String clientId) {}
}

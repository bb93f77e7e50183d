package dev.parley.file;

/**
 * The check of an attached file has ended, and the message that carries it shows an old state. Fired after the check's own commit, outside
 * any transaction, and again every half minute until {@link Files#announced} was called in a transaction that committed: so the
 * conversation's {@code change} row is neither lost nor written twice.
 *
 * @param conversationId the conversation it is attached to
 * @param seq of the message that carries it
 * @param state {@code READY} or {@code REFUSED}
 * @param thumbnail whether there is now a small picture to show
 * @param reason {@code malware}, {@code unscannable} or {@code lost} for a refused file, else null
 */
public record FileChecked(
        long companyId,
        long fileId,
        String publicId,
        long conversationId,
        long seq,
        FileState state,
        boolean thumbnail,
        String reason)
        implements FileEvent {}

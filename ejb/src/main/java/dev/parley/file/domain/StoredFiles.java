package dev.parley.file.domain;

import dev.parley.file.FileRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of files. Each method but {@link #announced} is a transaction of its own; steps of a file's life are conditional, so that each happens once. */
public interface StoredFiles {
    /** Inserts it and gives it its key. */
    StoredFile add(StoredFile file);

    /** By its opaque id, within one company. */
    Optional<StoredFile> find(long companyId, String publicId);

    /** Removes the row. */
    void remove(long id);

    /** Files whose check is due, the longest waiting first. */
    List<Long> due(Instant now, int limit);

    /** Takes a due check until {@code until}. Empty if it is not due any more: somebody else has it, or it has ended. */
    Optional<StoredFile> claim(long id, Instant now, Instant until);

    /** Lets the check be tried again at {@code next}. */
    void postpone(long id, Instant next);

    /**
     * CHECKING becomes READY.
     *
     * @param thumbnailType media type of the small picture, or null without one
     * @return the file as it is now, which may have been attached meanwhile; empty if it was not CHECKING
     */
    Optional<StoredFile> ready(long id, String thumbnailType, Instant at);

    /** CHECKING becomes REFUSED. @param refusal {@code kind} or {@code kind:details}, at most 100 characters */
    Optional<StoredFile> refuse(long id, String refusal, Instant at);

    /** Attached files checked before {@code before} of which the conversation does not say so yet. */
    List<StoredFile> unannounced(Instant before, int limit);

    /**
     * Notes that the conversation says so now; part of the caller's transaction.
     *
     * @return false if it was noted before
     */
    boolean announced(long companyId, long id);

    /** Makes EXPIRED what was uploaded before {@code before} and never attached. @return how many */
    int expire(Instant before);

    /** Files whose bytes are to be removed, then the row. */
    List<StoredFile> expired(int limit);

    /** What was uploaded since. */
    Usage usage(Uploader uploader, Instant since);

    /** The company's own rules, if it has any. */
    Optional<FileRules> rules(long companyId);

    /** Sets the company's own rules. */
    void keepRules(long companyId, FileRules rules);

    /**
     * What was uploaded in a time.
     *
     * @param files by this uploader
     * @param bytes by this uploader
     * @param visitorBytes by all visitors of the company
     */
    record Usage(long files, long bytes, long visitorBytes) {}
}

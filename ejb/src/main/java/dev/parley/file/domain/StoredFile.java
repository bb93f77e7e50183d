package dev.parley.file.domain;

import dev.parley.file.FileChecked;
import dev.parley.file.FileState;
import dev.parley.file.FileView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * One uploaded file. Received CHECKING; the check makes it READY or REFUSED (then its bytes are removed and the row remains, so that its
 * message can say so). Its uploader attaches it once, to one message; nobody else can. What is not attached within a day is EXPIRED, loses
 * its bytes and then its row. Every later step is a conditional update in {@link StoredFiles}, because several nodes and the conversation's
 * writer work on the same row.
 */
@Entity
@Table(name = "stored_file")
public class StoredFile {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "file_seq")
    @SequenceGenerator(name = "file_seq", sequenceName = "file_seq", allocationSize = 50)
    private long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "uploader_kind")
    private String uploaderKind;

    private String uploader;
    private String name;
    private String type;
    private long size;
    private String sha256;

    @Column(name = "store_key")
    private String storeKey;

    private String state;
    private String refusal;

    @Column(name = "has_thumbnail")
    private boolean hasThumbnail;

    @Column(name = "thumbnail_type")
    private String thumbnailType;

    @Column(name = "conversation_id")
    private Long conversationId;

    @Column(name = "attached_seq")
    private Long attachedSeq;

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    @Column(name = "checked_at")
    private Instant checkedAt;

    @Column(name = "check_attempts")
    private int checkAttempts;

    @Column(name = "next_check_at")
    private Instant nextCheckAt;

    @Column(name = "announce_due")
    private boolean announceDue;

    protected StoredFile() {}

    /** A file just received. Its check is due {@code checkFrom}: a little later than now, because its bytes are moved to the store first. */
    public static StoredFile receive(String publicId, Uploader by, Received content, Instant at, Instant checkFrom) {
        var file = new StoredFile();
        file.publicId = publicId;
        file.companyId = by.companyId();
        file.uploaderKind = by.kind();
        file.uploader = by.publicId();
        file.name = content.name();
        file.type = content.type();
        file.size = content.size();
        file.sha256 = content.sha256();
        file.storeKey = content.storeKey();
        file.state = FileState.CHECKING.wire();
        file.uploadedAt = at;
        file.nextCheckAt = checkFrom;
        return file;
    }

    /** What is known of the bytes when they have arrived; {@code sha256} and {@code storeKey} are hexadecimal. */
    public record Received(String name, String type, long size, String sha256, String storeKey) {}

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String type() {
        return type;
    }

    public long size() {
        return size;
    }

    public String storeKey() {
        return storeKey;
    }

    public FileState state() {
        return FileState.of(state);
    }

    /** How often a check was begun. */
    public int checkAttempts() {
        return checkAttempts;
    }

    /** The media type of the small picture, where there is one. */
    public Optional<String> thumbnailType() {
        return hasThumbnail ? Optional.ofNullable(thumbnailType) : Optional.empty();
    }

    /** The conversation it was attached to, if it was. */
    public Optional<Long> conversation() {
        return Optional.ofNullable(conversationId);
    }

    /** Whether this is who uploaded it. */
    public boolean isFrom(Uploader somebody) {
        return companyId == somebody.companyId() && uploader.equals(somebody.publicId());
    }

    public FileView view() {
        return new FileView(publicId, name, type, size, state());
    }

    /** What the conversation has to say of it, while it is due. The scanner's own words stay in the row and in the log. */
    public Optional<FileChecked> news() {
        if (!announceDue) return Optional.empty();
        String reason = refusal == null ? null : refusal.split(":", 2)[0];
        return Optional.of(
                new FileChecked(companyId, id, publicId, conversationId, attachedSeq, state(), hasThumbnail, reason));
    }
}

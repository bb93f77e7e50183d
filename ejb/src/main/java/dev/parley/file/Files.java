package dev.parley.file;

import dev.parley.file.content.ContentSniffer;
import dev.parley.file.domain.StoredFile;
import dev.parley.file.domain.StoredFiles;
import dev.parley.file.domain.Uploader;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.Permission;
import dev.parley.shared.PublicIds;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Refused;
import dev.parley.shared.TooLarge;
import dev.parley.shared.Unauthorized;
import dev.parley.shared.Unavailable;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The door to files: bring one, open one. It runs without a transaction of its own, as bytes take their time; each change of a row is one.
 * Attaching happens in the conversation's writer, see {@link FileAttachments}.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Files {
    /** Until the bytes have moved to the store. */
    private static final Duration BEFORE_CHECK = Duration.ofMinutes(2);

    private static final ContentSniffer SNIFFER = new ContentSniffer();

    private final StoredFiles files;
    private final FileStore store;
    private final FileScanner scanner;
    private final FileChecks checks;
    private final UploadLimits limits;
    private final Instance<FileAccess> access;
    private final Clock clock;

    /** For the container. */
    public Files() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public Files(
            StoredFiles files,
            FileStore store,
            FileScanner scanner,
            FileChecks checks,
            UploadLimits limits,
            Instance<FileAccess> access,
            Clock clock) {
        this.files = files;
        this.store = store;
        this.scanner = scanner;
        this.checks = checks;
        this.limits = limits;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Receives a file of a visitor or of a colleague who answers visitors. Its check begins at once; until it is attached only the uploader
     * can open it, and it goes after 24 hours.
     *
     * @throws Unauthorized if nobody is known
     * @throws Forbidden if the role does not answer visitors
     * @throws Invalid if the kind is not allowed, the content is not what the name promises, or there is none
     * @throws TooLarge beyond the company's limit, at most {@link FileRules#LIMIT}
     * @throws RateLimited beyond the hour's figures or too many at once
     * @throws Unavailable if it cannot be kept now
     */
    public FileView upload(Caller caller, UploadRequest request) {
        Uploader uploader = Uploader.of(caller);
        try (UploadLimits.Place place = limits.take(uploader)) {
            Instant now = clock.instant();
            limits.admit(uploader, files.usage(uploader, now.minus(UploadLimits.WINDOW)));
            FileRules rules = rules(uploader.companyId());
            StoredFile file = receive(uploader, request, rules);
            checks.soon(file.id());
            return file.view();
        }
    }

    private StoredFile receive(Uploader uploader, UploadRequest request, FileRules rules) {
        var added = new AtomicReference<StoredFile>();
        try {
            new Reception(store, SNIFFER).receive(request, rules, content -> {
                Instant now = clock.instant();
                added.set(files.add(
                        StoredFile.receive(PublicIds.next(), uploader, content, now, now.plus(BEFORE_CHECK))));
            });
        } catch (Unavailable e) {
            if (added.get() != null) files.remove(added.get().id());
            throw e;
        }
        files.postpone(added.get().id(), clock.instant());
        return added.get();
    }

    /**
     * Opens a file for its uploader or, once attached, for whoever may see the conversation.
     *
     * @param thumbnail the small picture instead of the file itself
     * @throws Unauthorized if nobody is known
     * @throws NotFound if there is none, it is another's, it was refused, or it has no small picture
     * @throws Refused while it is being checked
     * @throws Unavailable if the store cannot be read
     */
    public OpenedFile open(Caller caller, String id, boolean thumbnail) {
        Uploader asking = Uploader.asking(caller);
        StoredFile file = files.find(asking.companyId(), id)
                .filter(found -> maySee(caller, asking, found))
                .orElseThrow(Files::unknown);
        return switch (file.state()) {
            case CHECKING -> throw new Refused("The file is being checked.");
            case REFUSED, EXPIRED -> throw unknown();
            case READY -> thumbnail ? openThumbnail(file) : openOriginal(file);
        };
    }

    private boolean maySee(Caller caller, Uploader asking, StoredFile file) {
        if (file.conversation().isEmpty()) return file.isFrom(asking);
        // no answer is a no
        return access.isResolvable()
                && access.get().maySee(caller, file.conversation().get());
    }

    private OpenedFile openOriginal(StoredFile file) {
        try {
            return new OpenedFile(file.name(), file.type(), file.size(), store.open(file.storeKey()), false);
        } catch (IOException e) {
            throw new Unavailable("The file cannot be read now.", e);
        }
    }

    private OpenedFile openThumbnail(StoredFile file) {
        String type = file.thumbnailType().orElseThrow(Files::unknown);
        try {
            return new OpenedFile(
                    "thumbnail." + type.substring("image/".length()),
                    type,
                    store.thumbnailSize(file.storeKey()),
                    store.openThumbnail(file.storeKey()),
                    true);
        } catch (IOException e) {
            throw new Unavailable("The picture cannot be read now.", e);
        }
    }

    private static NotFound unknown() {
        return new NotFound("There is no such file.");
    }

    /** What may be uploaded to the caller's company. @throws Unauthorized if nobody is known */
    public FileRules rules(Caller caller) {
        return rules(Uploader.asking(caller).companyId());
    }

    private FileRules rules(long companyId) {
        return files.rules(companyId).orElse(FileRules.STANDARD);
    }

    /** Sets what may be uploaded from now on. @throws Forbidden if the caller may not edit the company */
    public void allow(Caller caller, FileRules rules) {
        files.keepRules(caller.require(Permission.EDIT_COMPANY).companyId(), rules);
    }

    /**
     * Notes that the conversation tells the file's state now; called in the transaction that appends its {@code change} row, after the
     * conversation's head is locked (the message writer takes the two locks in this order).
     *
     * @return false if it was noted before: then append nothing
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public boolean announced(FileChecked news) {
        return files.announced(news.companyId(), news.fileId());
    }

    /** Whether files are checked for malware at all. @throws Forbidden if the caller may not edit the company */
    public boolean scannerConfigured(Caller caller) {
        caller.require(Permission.EDIT_COMPANY);
        return scanner.configured();
    }
}

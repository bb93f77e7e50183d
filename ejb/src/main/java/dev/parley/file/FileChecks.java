package dev.parley.file;

import dev.parley.file.domain.StoredFile;
import dev.parley.file.domain.StoredFiles;
import dev.parley.file.image.ThumbnailPainter;
import dev.parley.shared.BoundedWork;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Drives the checks: two at a time, begun at the upload, driven again by a timer after a restart, after a scanner's silence, and when a
 * node has died over one. The same timer says again what a conversation does not tell yet; another one removes what nobody attached.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class FileChecks {
    private static final Logger LOG = Logger.getLogger(FileChecks.class.getName());
    private static final int AT_ONCE = 2;
    private static final int BATCH = 100;
    private static final Duration UNATTACHED = Duration.ofHours(24);
    private static final Duration SAY_AGAIN = Duration.ofSeconds(30);

    private final StoredFiles files;
    private final FileStore store;
    private final FileScanner scanner;
    private final Event<FileChecked> news;
    private final Clock clock;

    @Resource
    private ManagedExecutorService executor;

    private BoundedWork<Long> work;

    /** For the container. */
    public FileChecks() {
        this(null, null, null, null, null);
    }

    @Inject
    public FileChecks(StoredFiles files, FileStore store, FileScanner scanner, Event<FileChecked> news, Clock clock) {
        this.files = files;
        this.store = store;
        this.scanner = scanner;
        this.news = news;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        startWith(executor);
    }

    /** Not another {@code start}: Payara 6 looks a callback up by its name and may call the wrong one. */
    void startWith(Executor hands) {
        var check = new FileCheck(files, store, scanner, new ThumbnailPainter(), clock, this::tell);
        work = new BoundedWork<>(hands, AT_ONCE, check::check);
        LOG.info(
                scanner.configured()
                        ? "files are checked by ClamAV"
                        : "no malware scanner is configured: files pass unchecked");
    }

    /** Has a file checked as soon as there is room. */
    public void soon(long fileId) {
        work.offer(fileId);
    }

    @Schedule(second = "*/10", minute = "*", hour = "*", persistent = false)
    void drive() {
        steadily("checks could not be driven", this::driveOn);
    }

    void driveOn() {
        Instant now = clock.instant();
        files.due(now, BATCH).forEach(work::offer);
        for (StoredFile file : files.unannounced(now.minus(SAY_AGAIN), BATCH))
            file.news().ifPresent(this::tell);
    }

    @Schedule(second = "30", minute = "*/5", hour = "*", persistent = false)
    void removeUnattached() {
        steadily("unattached files could not be removed", this::removeExpired);
    }

    /** Bytes first, then the row: after a crash in between the row is still there to say so. */
    void removeExpired() throws IOException {
        Instant now = clock.instant();
        files.expire(now.minus(UNATTACHED));
        for (StoredFile file : files.expired(BATCH)) {
            store.delete(file.storeKey());
            files.remove(file.id());
        }
        store.tidy(now);
    }

    private interface Task {
        void run() throws IOException;
    }

    /** A timer whose method throws is delivered once more and may then be given up (Payara's max-redeliveries): it must not throw. */
    private static void steadily(String failure, Task task) {
        try {
            task.run();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> failure + ", tried again later");
        }
    }

    private void tell(FileChecked checked) {
        news.fire(checked);
    }
}

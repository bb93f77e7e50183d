package dev.parley.file;

import dev.parley.db.Settings;
import dev.parley.file.domain.StoredFiles.Usage;
import dev.parley.file.domain.Uploader;
import dev.parley.shared.RateLimited;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * How much somebody may upload in an hour, and how many uploads run at once. What was kept is counted in the database, over all nodes;
 * uploads under way are counted here. In a demo {@code PARLEY_RATE_LIMIT=off} lifts the hour's figures, never the sizes nor what runs at
 * once.
 */
@ApplicationScoped
public class UploadLimits {
    static final Duration WINDOW = Duration.ofHours(1);
    static final int VISITOR_FILES = 30;
    static final int AGENT_FILES = 300;
    static final long VISITOR_BYTES = 200L << 20;
    static final long AGENT_BYTES = 2L << 30;
    /** All visitors of one company together: new visitors are easily made. */
    static final long COMPANY_VISITOR_BYTES = 4L << 30;

    static final int AT_ONCE_PER_UPLOADER = 3;
    static final int AT_ONCE = 16;

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Semaphore all = new Semaphore(AT_ONCE);
    private final Map<String, Integer> running = new ConcurrentHashMap<>();

    /** A place among the running uploads; closed when the upload ends, however it ends. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws RateLimited if the uploader has too many under way, or the node has */
    Place take(Uploader uploader) {
        if (!all.tryAcquire()) throw new RateLimited("Too many uploads at once. Try again in a moment.", SOON);
        String who = uploader.publicId();
        if (running.merge(who, 1, Integer::sum) > AT_ONCE_PER_UPLOADER) {
            leave(who);
            throw new RateLimited("Too many uploads of yours at once. Try again when one is done.", SOON);
        }
        return () -> leave(who);
    }

    private void leave(String who) {
        running.computeIfPresent(who, (id, count) -> count > 1 ? count - 1 : null);
        all.release();
    }

    /** @throws RateLimited if the hour's figures are used up */
    void admit(Uploader uploader, Usage lastHour) {
        if (Settings.demo() && "off".equals(Settings.get("PARLEY_RATE_LIMIT", "on"))) return;
        boolean tooMuch = uploader.visitor()
                ? lastHour.files() >= VISITOR_FILES
                        || lastHour.bytes() >= VISITOR_BYTES
                        || lastHour.visitorBytes() >= COMPANY_VISITOR_BYTES
                : lastHour.files() >= AGENT_FILES || lastHour.bytes() >= AGENT_BYTES;
        if (tooMuch) throw new RateLimited("Too many files in an hour. Try again later.", Duration.ofMinutes(10));
    }
}

package dev.parley.file;

import dev.parley.file.FileScanner.Clean;
import dev.parley.file.FileScanner.Infected;
import dev.parley.file.FileScanner.Unscannable;
import dev.parley.file.domain.StoredFile;
import dev.parley.file.domain.StoredFiles;
import dev.parley.file.image.Thumbnail;
import dev.parley.file.image.ThumbnailPainter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The check of one file: malware first, then its small picture, then READY. A scanner that cannot be asked leaves it CHECKING and is asked
 * again, after 5 s, 10 s, 20 s and so on up to 5 minutes, for as long as it takes: a file is never let through for want of an answer.
 */
final class FileCheck {
    private static final Logger LOG = Logger.getLogger(FileCheck.class.getName());
    /** Longer than the scanner's own deadline: only a node that died loses its claim. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final StoredFiles files;
    private final FileStore store;
    private final FileScanner scanner;
    private final ThumbnailPainter painter;
    private final Clock clock;
    private final Consumer<FileChecked> news;

    FileCheck(
            StoredFiles files,
            FileStore store,
            FileScanner scanner,
            ThumbnailPainter painter,
            Clock clock,
            Consumer<FileChecked> news) {
        this.files = files;
        this.store = store;
        this.scanner = scanner;
        this.painter = painter;
        this.clock = clock;
        this.news = news;
    }

    /** Checks it if it is due; otherwise nothing happens. */
    void check(long id) {
        Instant now = clock.instant();
        files.claim(id, now, now.plus(CLAIM)).ifPresent(this::check);
    }

    private void check(StoredFile file) {
        try (InputStream content = store.open(file.storeKey())) {
            FileScanner.Verdict verdict = scanner.scan(content);
            if (verdict instanceof Clean) approve(file);
            else if (verdict instanceof Infected infected) refuse(file, "malware:" + infected.signature());
            else if (verdict instanceof Unscannable unscannable) refuse(file, "unscannable:" + unscannable.why());
        } catch (NoSuchFileException e) {
            // the server died between writing the row and moving the bytes: the uploader was never answered
            refuse(file, "lost");
        } catch (IOException e) {
            postpone(file, e);
        }
    }

    private void approve(StoredFile file) throws IOException {
        Optional<Thumbnail> thumbnail = draw(file);
        if (thumbnail.isPresent()) store.keepThumbnail(thumbnail.get().bytes(), file.storeKey());
        tell(files.ready(file.id(), thumbnail.map(Thumbnail::type).orElse(null), clock.instant()));
    }

    /** A picture that cannot be drawn is a file like any other: for download only. */
    private Optional<Thumbnail> draw(StoredFile file) {
        if (!file.type().startsWith("image/")) return Optional.empty();
        try (InputStream content = store.open(file.storeKey())) {
            return painter.paint(content, file.type().substring("image/".length()));
        } catch (IOException e) {
            LOG.log(Level.FINE, e, () -> "no thumbnail of file " + file.id());
            return Optional.empty();
        }
    }

    private void refuse(StoredFile file, String refusal) {
        String kept = refusal.length() > 100 ? refusal.substring(0, 100) : refusal;
        LOG.log(Level.WARNING, "file {0} refused: {1}", new Object[] {Long.toString(file.id()), printable(kept)});
        Optional<StoredFile> refused = files.refuse(file.id(), kept, clock.instant());
        if (refused.isEmpty()) return;
        try {
            store.delete(file.storeKey());
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "the refused file " + file.id() + " could not be removed from the store");
        }
        tell(refused);
    }

    private void postpone(StoredFile file, IOException why) {
        int doublings = Math.min(file.checkAttempts() - 1, 10);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.max(0, doublings));
        if (pause.compareTo(LONGEST_PAUSE) > 0) pause = LONGEST_PAUSE;
        LOG.log(Level.WARNING, "file {0} could not be checked, again in {1} s: {2}", new Object[] {
            Long.toString(file.id()), pause.toSeconds(), printable(String.valueOf(why.getMessage()))
        });
        files.postpone(file.id(), clock.instant().plus(pause));
    }

    private void tell(Optional<StoredFile> file) {
        file.flatMap(StoredFile::news).ifPresent(news);
    }

    /** What another program said must not write lines of its own into the log. */
    private static String printable(String text) {
        return text.replaceAll("\\p{C}", "?");
    }
}

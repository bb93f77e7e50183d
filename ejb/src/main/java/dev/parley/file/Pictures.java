package dev.parley.file;

import dev.parley.db.Settings;
import dev.parley.file.FileScanner.Clean;
import dev.parley.file.UnfitPicture.Why;
import dev.parley.file.domain.Picture;
import dev.parley.file.domain.Uploader;
import dev.parley.file.image.PicturePainter;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.Limit;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.PublicIds;
import dev.parley.shared.RateLimited;
import dev.parley.shared.RateLimits;
import dev.parley.shared.TooLarge;
import dev.parley.shared.Unavailable;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Pictures that everybody may see. What is uploaded is never kept: it is checked for malware, drawn anew, and only the drawing is kept, under
 * an address that nobody can guess and that never shows another picture. Whom it shows says so in the {@link Gallery}.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Pictures {
    /** More an uploaded picture may not have, in bytes. */
    public static final int LARGEST = 2 << 20;

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST_IN_AN_HOUR = 300;
    private static final int PATIENCE_SECONDS = 15;
    /** One at a time in a node: a progressive JPEG of the largest size wants a hundred megabytes meanwhile. */
    private static final Semaphore EASEL = new Semaphore(1, true);

    private static final PicturePainter PAINTER = new PicturePainter();
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    FileStore store;

    @Inject
    FileScanner scanner;

    @Inject
    UploadLimits limits;

    @Inject
    RateLimits rates;

    @Inject
    OwnTransaction own;

    @Inject
    Clock clock;

    /**
     * Draws what a colleague uploads. Nothing is kept, and it counts for the company all the same: {@link Limit#PICTURES}.
     *
     * @param content read to its end or a little beyond {@link #LARGEST}; the caller closes it
     * @throws Forbidden if the caller is no colleague
     * @throws Invalid if it comes too slowly
     * @throws TooLarge if it has more than {@link #LARGEST} bytes
     * @throws UnfitPicture if it cannot become a picture
     * @throws RateLimited if too many are drawn at once, or were in an hour
     * @throws Unavailable if it could not be checked for malware now
     */
    public DrawnPicture draw(Caller caller, PictureUse use, InputStream content) {
        Uploader uploader = Uploader.asking(caller);
        if (uploader.visitor()) throw new Forbidden("Visitors have no pictures of their own.");
        rates.take(Limit.PICTURES, String.valueOf(uploader.companyId()));
        try (UploadLimits.Place place = limits.take(uploader)) {
            byte[] original = Reception.inMemory(content, LARGEST, System::nanoTime);
            if (!(scanner.scan(new ByteArrayInputStream(original)) instanceof Clean))
                throw new UnfitPicture(Why.MALWARE);
            return paint(original, use);
        } catch (IOException e) {
            throw new Unavailable("The picture could not be received or checked now. Try again.", e);
        }
    }

    private static DrawnPicture paint(byte[] original, PictureUse use) {
        if (!free()) throw new RateLimited("Too many pictures at once. Try again in a moment.", Duration.ofSeconds(5));
        try {
            return PAINTER.paint(original, use);
        } finally {
            EASEL.release();
        }
    }

    private static boolean free() {
        try {
            return EASEL.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Keeps a drawing, in a transaction of its own. Nobody sees it, and it goes in an hour, unless somebody hangs it up.
     *
     * @return its address on Parley's own origin
     * @throws RateLimited if the company had too many drawn in an hour
     * @throws Unavailable if it cannot be kept now
     */
    public String keep(Caller caller, DrawnPicture drawn) {
        long company = caller.requireStaff().companyId();
        Picture kept = own.call(() -> {
            Instant now = clock.instant();
            admit(company, now);
            Picture picture = Picture.loose(company, drawn, key(), now);
            em.persist(picture);
            return picture;
        });
        // in this order a crash leaves a row without bytes, which goes by itself, and never bytes nobody knows of
        store(drawn.bytes(), kept.storeKey());
        return Gallery.address(kept.publicId(), kept.type());
    }

    private void admit(long company, Instant now) {
        if (Settings.demo() && "off".equals(Settings.get("PARLEY_RATE_LIMIT", "on"))) return;
        long lately = em.createNamedQuery("Picture.countSince", Long.class)
                .setParameter("company", company)
                .setParameter("since", now.minus(WINDOW))
                .getSingleResult();
        if (lately >= MOST_IN_AN_HOUR)
            throw new RateLimited("Too many pictures in an hour. Try again later.", Duration.ofMinutes(10));
    }

    private void store(byte[] bytes, String key) {
        try {
            Path staged = store.stage();
            try {
                Files.write(staged, bytes);
                store.keep(staged, key);
            } finally {
                Files.deleteIfExists(staged);
            }
        } catch (IOException e) {
            throw new Unavailable("The picture could not be kept. Try again.", e);
        }
    }

    /**
     * Opens what is seen under that id, whoever asks.
     *
     * @throws NotFound if there is none, or nothing shows it any more
     * @throws Unavailable if the store cannot be read
     */
    public OpenedFile open(String id) {
        if (!PublicIds.plausible(id)) throw unknown();
        Picture picture = em.createNamedQuery("Picture.shown", Picture.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(Pictures::unknown);
        try {
            return new OpenedFile(
                    Gallery.address(id, picture.type()).substring("/pictures/".length()),
                    picture.type(),
                    picture.size(),
                    store.open(picture.storeKey()),
                    true);
        } catch (IOException e) {
            throw new Unavailable("The picture cannot be read now.", e);
        }
    }

    private static String key() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static NotFound unknown() {
        return new NotFound("There is no such picture.");
    }
}

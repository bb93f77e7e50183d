package dev.parley.file;

import dev.parley.file.domain.Picture;
import dev.parley.shared.OwnTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Removes pictures that nothing has shown for an hour: those that were replaced, and those that never came to be shown. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class LoosePictures {
    private static final Logger LOG = Logger.getLogger(LoosePictures.class.getName());
    /** Longer than it takes from keeping one to hanging it up, and than a quota counts. */
    private static final Duration LOOSE = Duration.ofHours(1);

    private static final int BATCH = 100;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    FileStore store;

    @Inject
    OwnTransaction own;

    @Inject
    Clock clock;

    @Schedule(second = "45", minute = "*/5", hour = "*", persistent = false)
    void ring() {
        try {
            remove();
        } catch (RuntimeException e) {
            // a timer whose method throws may be given up (Payara's max-redeliveries)
            LOG.log(Level.WARNING, e, () -> "loose pictures could not be removed, tried again later");
        }
    }

    /** Bytes first, then the row: after a crash in between the row is still there to say so. What the store does not delete now stays for another time. */
    public void remove() {
        boolean more = true;
        while (more) more = removeSome();
    }

    /** Whether there may be more that can be removed now. */
    private boolean removeSome() {
        List<Picture> loose = em.createNamedQuery("Picture.loose", Picture.class)
                .setParameter("before", clock.instant().minus(LOOSE))
                .setMaxResults(BATCH)
                .getResultList();
        long removed = loose.stream().filter(this::remove).count();
        return loose.size() == BATCH && removed > 0;
    }

    private boolean remove(Picture picture) {
        try {
            store.delete(picture.storeKey());
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "a picture could not be removed, tried again later: " + picture.publicId());
            return false;
        }
        own.run(() -> em.createNamedQuery("Picture.forget")
                .setParameter("id", picture.id())
                .executeUpdate());
        return true;
    }
}

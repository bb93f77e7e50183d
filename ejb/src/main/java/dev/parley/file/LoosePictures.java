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
        } catch (IOException | RuntimeException e) {
            // a timer whose method throws may be given up (Payara's max-redeliveries)
            LOG.log(Level.WARNING, e, () -> "loose pictures could not be removed, tried again later");
        }
    }

    /** Bytes first, then the row: after a crash in between the row is still there to say so. @throws IOException if the store did not */
    public void remove() throws IOException {
        var loose = em.createNamedQuery("Picture.loose", Picture.class)
                .setParameter("before", clock.instant().minus(LOOSE))
                .setMaxResults(BATCH)
                .getResultList();
        for (Picture picture : loose) {
            store.delete(picture.storeKey());
            own.run(() -> em.createNamedQuery("Picture.forget")
                    .setParameter("id", picture.id())
                    .executeUpdate());
        }
    }
}

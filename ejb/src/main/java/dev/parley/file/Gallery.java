package dev.parley.file;

import dev.parley.shared.PublicIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of the kept pictures are seen: whoever is shown by one hangs it up, in the transaction that notes its address, and takes down the
 * one before. Addresses that are none of a kept picture, such as of a drawing of the demo, are left alone.
 */
@ApplicationScoped
public class Gallery {
    private static final Pattern ADDRESS = Pattern.compile("/pictures/([A-Za-z0-9_-]{1,40})\\.(?:jpg|png)");

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    Clock clock;

    /** Where a picture of that id and type is seen, on Parley's own origin. */
    static String address(String id, String type) {
        return "/pictures/" + id + (type.equals("image/png") ? ".png" : ".jpg");
    }

    private static Optional<String> id(String address) {
        if (address == null) return Optional.empty();
        Matcher ours = ADDRESS.matcher(address);
        return ours.matches() && PublicIds.plausible(ours.group(1)) ? Optional.of(ours.group(1)) : Optional.empty();
    }

    /** From now on everybody who knows the address sees it. {@code null} is none. */
    public void hang(long companyId, String address) {
        id(address)
                .ifPresent(id -> em.createNamedQuery("Picture.hang")
                        .setParameter("company", companyId)
                        .setParameter("id", id)
                        .executeUpdate());
    }

    /** From now on nobody sees it, and an hour later it is gone for good. {@code null} is none. */
    public void takeDown(long companyId, String address) {
        id(address)
                .ifPresent(id -> em.createNamedQuery("Picture.takeDown")
                        .setParameter("company", companyId)
                        .setParameter("id", id)
                        .setParameter("at", clock.instant())
                        .executeUpdate());
    }
}

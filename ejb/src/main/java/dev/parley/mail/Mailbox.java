package dev.parley.mail;

import dev.parley.db.Settings;
import dev.parley.mail.domain.DemoMail;
import dev.parley.shared.NotFound;
import dev.parley.shared.PublicIds;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The mails of a demo that has no mail server: whoever tries the demo is everybody in it, so everybody may read them. Nothing elsewhere. */
@Stateless
@PermitAll
public class Mailbox {
    /** The last ones are kept. */
    private static final int MOST = 100;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    private final Clock clock;

    protected Mailbox() {
        this(null);
    }

    @Inject
    public Mailbox(Clock clock) {
        this.clock = clock;
    }

    /** A mail that landed here. */
    public record Kept(String id, String from, String to, String subject, String text, String html, Instant at) {}

    /** As a {@link Mailer}: keeps it, once for each id. */
    public void keep(Mail mail, String id) {
        if (!find(id).isEmpty()) return;
        em.persist(new DemoMail(
                id,
                Objects.requireNonNullElse(mail.sender(), ""),
                mail.to(),
                mail.subject(),
                mail.text(),
                mail.html(),
                clock.instant()));
        em.flush();
        newest(MOST + 50).stream().skip(MOST).forEach(em::remove);
    }

    /** Newest first, at most 100. @throws NotFound outside of a demo */
    public List<Kept> mails() {
        requireDemo();
        return newest(MOST).stream().map(Mailbox::kept).toList();
    }

    /** @throws NotFound if there is none, and outside of a demo */
    public Kept mail(String id) {
        requireDemo();
        return find(id).stream()
                .findFirst()
                .map(Mailbox::kept)
                .orElseThrow(() -> new NotFound("There is no such mail."));
    }

    private List<DemoMail> find(String id) {
        if (!PublicIds.plausible(id)) return List.of();
        return em.createNamedQuery("DemoMail.byPublicId", DemoMail.class)
                .setParameter("publicId", id)
                .getResultList();
    }

    private List<DemoMail> newest(int most) {
        return em.createNamedQuery("DemoMail.newest", DemoMail.class)
                .setMaxResults(most)
                .getResultList();
    }

    private static Kept kept(DemoMail mail) {
        return new Kept(
                mail.publicId(), mail.sender(), mail.recipient(), mail.subject(), mail.text(), mail.html(), mail.at());
    }

    private static void requireDemo() {
        if (!Settings.demo()) throw new NotFound("There is no such mail.");
    }
}

package dev.parley.mail;

import dev.parley.mail.domain.OutboxItem;
import dev.parley.shared.PublicIds;
import dev.parley.shared.Secrets;
import dev.parley.shared.Unavailable;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;

/**
 * Takes mails of the desk's features, inside the transaction of the change that wants them: both happen or neither. So no caller is named:
 * whoever changes something has asked already.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Outbox {
    @PersistenceContext(unitName = "desk")
    EntityManager em;

    private final Envelope envelope;
    private final Event<MailPosted> news;
    private final Clock clock;

    protected Outbox() {
        this(null, null, null);
    }

    @Inject
    public Outbox(Secrets secrets, Event<MailPosted> news, Clock clock) {
        this.envelope = new Envelope(secrets);
        this.news = news;
        this.clock = clock;
    }

    /** Whether mails can leave at all. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean open() {
        return MailRoute.open();
    }

    /**
     * Lets a mail leave as the company writes, once the caller's transaction has committed.
     *
     * @param until it is worth nothing after that, and is not sent
     * @throws Unavailable if the operator has set up no way out
     */
    public void post(long companyId, MailText kind, Mail mail, Instant until) {
        if (!open()) throw new Unavailable("Mail is not set up here: the operator sets PARLEY_SMTP_URL.");
        String id = PublicIds.next();
        Mail signed = mail.from(SenderNames.of(em, companyId));
        em.persist(OutboxItem.post(
                companyId, id, kind.wire(), mail.to(), envelope.seal(signed, id), until, clock.instant()));
        news.fire(new MailPosted());
    }
}

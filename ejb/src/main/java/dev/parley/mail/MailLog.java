package dev.parley.mail;

import dev.parley.mail.domain.OutboxItem;
import dev.parley.shared.Caller;
import dev.parley.shared.Permission;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** What became of a company's mails of the last 30 days: what a mail server does not take is not kept quiet. */
@Stateless
@PermitAll
public class MailLog {
    private static final int MOST = 100;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    /** Newest first, at most 100. */
    public List<MailView> recent(Caller caller) {
        long company = caller.requireAny(Permission.EDIT_COMPANY, Permission.MANAGE_PEOPLE)
                .companyId();
        return em.createNamedQuery("OutboxItem.ofCompany", OutboxItem.class)
                .setParameter("companyId", company)
                .setMaxResults(MOST)
                .getResultStream()
                .map(MailLog::view)
                .toList();
    }

    private static MailView view(OutboxItem item) {
        return new MailView(
                item.publicId(),
                item.kind(),
                item.recipient(),
                MailOutcome.of(item.outcome()),
                item.attempts(),
                item.createdAt(),
                item.endedAt() == null ? item.notBefore() : item.endedAt(),
                item.problem());
    }
}

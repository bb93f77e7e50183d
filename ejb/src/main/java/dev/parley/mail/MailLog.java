package dev.parley.mail;

import dev.parley.mail.domain.OutboxItem;
import dev.parley.shared.Caller;
import dev.parley.shared.Page;
import dev.parley.shared.Permission;
import dev.parley.shared.PublicIds;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;

/** What became of a company's mails of the last 30 days: what a mail server does not take is not kept quiet. */
@Stateless
@PermitAll
public class MailLog {
    private static final int USUAL = 100;
    private static final int MOST = 200;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    /** Newest first, at most 100. */
    public List<MailView> recent(Caller caller) {
        return recent(caller, null, USUAL).items();
    }

    /**
     * Some of them, newest first.
     *
     * @param cursor the {@code next} of the part before, or null for the first
     * @param limit 1 to 200
     * @throws dev.parley.shared.Invalid for another limit, or a cursor that is none
     */
    public Page<MailView> recent(Caller caller, String cursor, int limit) {
        long company = caller.requireAny(Permission.EDIT_COMPANY, Permission.MANAGE_PEOPLE)
                .companyId();
        TypedQuery<OutboxItem> query = cursor == null
                ? em.createNamedQuery("OutboxItem.ofCompany", OutboxItem.class)
                : em.createNamedQuery("OutboxItem.before", OutboxItem.class)
                        .setParameter("cursor", known(company, cursor));
        List<OutboxItem> found = query.setParameter("companyId", company)
                .setMaxResults(Page.limit(limit, MOST) + 1)
                .getResultList();
        return Page.of(found, limit, OutboxItem::publicId).map(MailLog::view);
    }

    private String known(long company, String cursor) {
        if (!PublicIds.plausible(cursor)) throw Page.unknownCursor();
        long there = em.createNamedQuery("OutboxItem.known", Long.class)
                .setParameter("companyId", company)
                .setParameter("cursor", cursor)
                .getSingleResult();
        if (there == 0) throw Page.unknownCursor();
        return cursor;
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

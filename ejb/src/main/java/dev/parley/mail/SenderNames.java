package dev.parley.mail;

import dev.parley.mail.domain.MailSender;
import jakarta.persistence.EntityManager;

/** Reads as whom a company writes. */
final class SenderNames {
    private SenderNames() {}

    static Sender of(EntityManager em, long company) {
        MailSender said = em.find(MailSender.class, company);
        String own = (String) company(em, company)[1];
        if (said == null) return new Sender(own, null, 0);
        return new Sender(said.name() == null ? own : said.name(), said.replyTo(), said.version());
    }

    /** Public id and name. */
    static Object[] company(EntityManager em, long company) {
        return (Object[]) em.createNamedQuery("MailSender.company")
                .setParameter(1, company)
                .getSingleResult();
    }
}

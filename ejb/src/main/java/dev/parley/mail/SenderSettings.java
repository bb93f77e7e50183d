package dev.parley.mail;

import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.mail.domain.MailSender;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import dev.parley.shared.Outdated;
import dev.parley.shared.Permission;
import dev.parley.shared.ShortText;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Objects;

/** As whom a company writes, by its administrators. */
@Stateless
@PermitAll
public class SenderSettings {
    private static final int LONGEST_NAME = 120;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    AuditTrail audit;

    /** What stands there now; the company's name where nobody has said another. */
    public Sender get(Caller caller) {
        return SenderNames.of(em, caller.require(Permission.EDIT_COMPANY).companyId());
    }

    /** Whether mails can leave, and where to. */
    public MailWay way(Caller caller) {
        caller.require(Permission.EDIT_COMPANY);
        return MailWay.now();
    }

    /**
     * From now on mails leave as this.
     *
     * @param name blank or null for the company's name
     * @param replyTo blank or null for the installation's address
     * @param version the one that was read, or null to write whatever stands there
     * @throws Invalid if the name is longer than 120 characters or {@code replyTo} is no address
     * @throws Outdated if somebody else changed it since that version was read
     */
    public Sender change(Caller caller, String name, String replyTo, Long version) {
        Caller.Staff me = caller.require(Permission.EDIT_COMPANY);
        String newName = ShortText.of("A name", name, LONGEST_NAME);
        String newReplyTo = replyTo == null || replyTo.isBlank() ? null : MailAddress.of(replyTo);
        Object[] company = SenderNames.company(em, me.companyId());
        MailSender sender = locked(me.companyId());
        if (version != null) Outdated.check(version, sender.version());
        JsonObject before = json(sender);
        boolean same = Objects.equals(newName, sender.name()) && Objects.equals(newReplyTo, sender.replyTo());
        if (!same) sender.say(newName, newReplyTo);
        em.flush();
        audit.record(
                me, new AuditSubject(AuditKind.MAIL, (String) company[0], (String) company[1]), before, json(sender));
        return SenderNames.of(em, me.companyId());
    }

    /** Two may make it at once; the second finds the first one's row. */
    private MailSender locked(long company) {
        em.createNativeQuery("insert into mail_sender (company_id, version) values (?1, 0) on conflict do nothing")
                .setParameter(1, company)
                .executeUpdate();
        MailSender sender = em.find(MailSender.class, company, LockModeType.PESSIMISTIC_WRITE);
        em.refresh(sender);
        return sender;
    }

    private static JsonObject json(MailSender sender) {
        return Json.createObjectBuilder()
                .add("name", Objects.requireNonNullElse(sender.name(), ""))
                .add("replyTo", Objects.requireNonNullElse(sender.replyTo(), ""))
                .build();
    }
}

package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.access.domain.Granted;
import dev.parley.access.domain.OneTimeLink.Purpose;
import dev.parley.access.password.Passwords;
import dev.parley.company.CompanyView;
import dev.parley.mail.MailRoute;
import dev.parley.mail.MailText;
import dev.parley.mail.Outbox;
import dev.parley.shared.Caller;
import dev.parley.shared.NameCursor;
import dev.parley.shared.PublicIds;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.shared.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Locale;

/**
 * How the first owner of a company comes that the operator makes: by a one-time link, mailed or handed on by the operator, as everybody
 * else who is invited. Who may invite so, the caller has decided.
 */
@ApplicationScoped
public class OwnerInvitations {
    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    Passwords passwords;

    @Inject
    OneTimeLinks links;

    @Inject
    Outbox outbox;

    @Inject
    PersonTrail trail;

    @Inject
    Clock clock;

    /**
     * What is kept of a password that nobody knows. Costs a fifth of a second of a core: not within a transaction.
     *
     * @throws Unavailable if too many wait for the same
     */
    public String hash() {
        return passwords.inSlot(() -> passwords.hash(PublicIds.token()));
    }

    /**
     * Invites the owner of a company that has nobody yet, within the caller's transaction.
     *
     * @param email in lower case
     * @param language tag of the one that the mail and the pages speak to the owner
     * @param hash what {@link #hash} has made
     * @param mailed whether the link leaves by mail; else it is answered
     * @throws Refused if somebody has that address
     * @throws Unavailable if it shall be mailed and mail is not set up
     */
    public OwnerInvitation invite(
            Caller.Staff by,
            CompanyView company,
            String email,
            String name,
            String language,
            String hash,
            boolean mailed) {
        boolean taken = em.createNamedQuery("Account.byEmail", Account.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst()
                .isPresent();
        if (taken) throw new Refused("There is an account with this address already.");
        Account owner = Account.invite(company.id(), email, name, new Granted(Role.OWNER, null), hash, clock.instant());
        owner.speak(language);
        em.persist(owner);
        em.flush();
        return issue(by, company, owner, mailed);
    }

    /**
     * Invites the owner once more, within the caller's transaction; the link before is void.
     *
     * @param mailed as in {@link #invite}
     * @throws Refused if the owner has come already: then the company's own people invite
     * @throws Unavailable if it shall be mailed and mail is not set up
     */
    public OwnerInvitation again(Caller.Staff by, CompanyView company, boolean mailed) {
        Account owner = em.createNamedQuery("Account.invited", Account.class)
                .setParameter("companyId", company.id())
                .setParameter("name", NameCursor.START.name())
                .setParameter("last", NameCursor.START.id())
                .getResultStream()
                .filter(account -> account.role().is(Role.OWNER))
                .findFirst()
                .orElse(null);
        boolean owned = !em.createNamedQuery("Account.owners", Account.class)
                .setParameter("companyId", company.id())
                .getResultList()
                .isEmpty();
        if (owned || owner == null) throw new Refused("This company's owner has come. Its own people invite others.");
        owner.inviteAgain(clock.instant());
        return issue(by, company, owner, mailed);
    }

    private OwnerInvitation issue(Caller.Staff by, CompanyView company, Account owner, boolean mailed) {
        var issued = links.issue(owner, Purpose.INVITATION);
        var until = issued.link().expiresAt();
        var link = MailRoute.link("/join?token=" + issued.token());
        if (mailed) {
            Locale language = Locale.forLanguageTag(owner.language());
            var mail = MailText.INVITATION.write(owner.email(), language, link, by.name(), company.name());
            outbox.post(company.id(), MailText.INVITATION, mail, until);
        }
        trail.invited(by, owner, until);
        return new OwnerInvitation(owner.email(), mailed ? null : link, until);
    }
}

package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.access.domain.Passkey;
import dev.parley.access.domain.SecondFactor;
import dev.parley.mail.Mail;
import dev.parley.mail.MailRoute;
import dev.parley.mail.MailText;
import dev.parley.mail.Outbox;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Permission;
import dev.parley.shared.Refused;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * For a colleague who has lost the telephone: whoever manages people takes the codes and the passkeys away, and the password alone opens the
 * account until the colleague sets up others. The colleague hears of it by mail. Nobody's role above one's own, and not one's own account, whose page asks for the password.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LostFactors {
    /** Whoever reads no mail for so long reads it on the account's page. */
    private static final Duration NEWS = Duration.ofDays(7);

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    private final OneTimeLinks links;
    private final SignInEnding ending;
    private final PersonTrail trail;
    private final OwnTransaction own;
    private final Outbox outbox;
    private final Clock clock;

    protected LostFactors() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public LostFactors(
            OneTimeLinks links,
            SignInEnding ending,
            PersonTrail trail,
            OwnTransaction own,
            Outbox outbox,
            Clock clock) {
        this.links = links;
        this.ending = ending;
        this.trail = trail;
        this.own = own;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What a colleague signs in with beside the password.
     *
     * @throws Forbidden if the caller does not manage people
     * @throws NotFound if the company has no such person
     */
    public HeldFactors held(Caller caller, String id) {
        Caller.Staff me = caller.require(Permission.MANAGE_PEOPLE);
        return own.call(() -> held(links.account(me.companyId(), id)));
    }

    /**
     * From now on the colleague's password alone opens the account. Every sign-in of the colleague ends: whoever found the telephone may be
     * in. Harmless where there is nothing to take away.
     *
     * @throws Forbidden if the caller does not manage people, or the person's role is above the caller's
     * @throws Refused if it is the caller
     * @throws NotFound if the company has no such person
     */
    public void forget(Caller caller, String id) {
        Caller.Staff me = caller.require(Permission.MANAGE_PEOPLE);
        own.run(() -> {
            Account account = links.account(me.companyId(), id);
            if (account.id() == me.accountId()) throw new Refused("On your own account your password is asked for.");
            if (account.role().above(me.role())) throw new Forbidden("This person's role is above yours.");
            // what is being set up at this moment is either there or comes later
            em.lock(account, LockModeType.PESSIMISTIC_WRITE);
            HeldFactors before = held(account);
            if (!before.any()) return;
            passkeys(account).forEach(em::remove);
            em.createNamedQuery("RecoveryCode.forget")
                    .setParameter("accountId", account.id())
                    .executeUpdate();
            SecondFactor factor = em.find(SecondFactor.class, account.id(), LockModeType.PESSIMISTIC_WRITE);
            if (factor != null) em.remove(factor);
            ending.endAll(account.id());
            trail.factorsForgotten(me, account, before);
            tell(account, me);
        });
    }

    private void tell(Account account, Caller.Staff by) {
        if (!outbox.open()) return;
        Locale language = account.language() == null ? Locale.ENGLISH : Locale.forLanguageTag(account.language());
        Mail mail = MailText.FACTORS_TAKEN.write(
                account.email(),
                language,
                MailRoute.link("/account"),
                account.name(),
                Accounts.companyName(em, account),
                by.name());
        outbox.post(
                account.companyId(),
                MailText.FACTORS_TAKEN,
                mail,
                clock.instant().plus(NEWS));
    }

    private HeldFactors held(Account account) {
        SecondFactor factor = em.find(SecondFactor.class, account.id());
        return new HeldFactors(factor != null && factor.on(), passkeys(account).size());
    }

    private List<Passkey> passkeys(Account account) {
        return em.createNamedQuery("Passkey.ofAccount", Passkey.class)
                .setParameter("companyId", account.companyId())
                .setParameter("accountId", account.id())
                .getResultList();
    }
}

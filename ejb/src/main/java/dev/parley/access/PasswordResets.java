package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.access.domain.OneTimeLink.Purpose;
import dev.parley.access.domain.SignInGuard;
import dev.parley.access.password.Passwords;
import dev.parley.company.AccessSuspended;
import dev.parley.company.Suspensions;
import dev.parley.mail.MailRoute;
import dev.parley.mail.MailText;
import dev.parley.mail.Outbox;
import dev.parley.shared.BoundedWork;
import dev.parley.shared.Caller;
import dev.parley.shared.Digests;
import dev.parley.shared.Invalid;
import dev.parley.shared.Limit;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.RateLimits;
import dev.parley.shared.Unavailable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;

/**
 * Another password for whoever has forgotten it, by a link that is mailed. Whether an address has an account, neither the answer nor its
 * time tells: the address is looked up after the answer.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class PasswordResets {
    private static final int LONGEST_EMAIL = 254;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    Suspensions suspensions;

    private final OneTimeLinks links;
    private final Outbox outbox;
    private final Passwords passwords;
    private final SignInEnding ending;
    private final RateLimits limits;
    private final OwnTransaction own;

    private BoundedWork<Wish> wishes;

    /** For the container. */
    public PasswordResets() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public PasswordResets(
            OneTimeLinks links,
            Outbox outbox,
            Passwords passwords,
            SignInEnding ending,
            RateLimits limits,
            OwnTransaction own) {
        this.links = links;
        this.outbox = outbox;
        this.passwords = passwords;
        this.ending = ending;
        this.limits = limits;
        this.own = own;
    }

    /** Somebody wants a link, and read English or another language then. */
    private record Wish(String email, Locale language) {
        /** Not whose: this text may reach a log. */
        @Override
        public String toString() {
            return "Wish";
        }
    }

    @PostConstruct
    void open() {
        wishes = new BoundedWork<>(executor, 1, this::mail);
    }

    /**
     * Mails a link to the address if an active account of a company that is not suspended has it; says the same if not.
     *
     * @param language of the page where it was asked for; the account's own wins
     * @throws Invalid if that can be no address
     * @throws dev.parley.shared.RateLimited if too many were asked for from there, or for that address
     * @throws Unavailable if mail is not set up
     */
    public void request(Caller caller, String email, Locale language, ClientInfo client) {
        if (email == null
                || email.length() > LONGEST_EMAIL
                || !email.strip().matches("[^@\\s\\p{Cntrl}\\p{Cs}]+@[^@\\s\\p{Cntrl}\\p{Cs}]+"))
            throw new Invalid("That is not an e-mail address.");
        if (!outbox.open()) throw new Unavailable("Mail is not set up here. Ask your administrator.");
        String address = email.strip().toLowerCase(Locale.ROOT);
        limits.take(Limit.SIGN_INS, String.valueOf(client.address()));
        limits.take(Limit.RESETS, Digests.sha256(client.address() + " " + address));
        limits.take(Limit.RESET_MAILS, Digests.sha256(address));
        wishes.offer(new Wish(address, language));
    }

    private void mail(Wish wish) {
        own.run(() -> em.createNamedQuery("Account.byEmail", Account.class)
                .setParameter("email", wish.email())
                .getResultStream()
                .filter(Account::active)
                .filter(account -> !suspensions.suspended(account.companyId()))
                .findFirst()
                .ifPresent(account -> mail(account, wish.language())));
    }

    private void mail(Account account, Locale language) {
        Locale speaks = account.language() == null ? language : Locale.forLanguageTag(account.language());
        var issued = links.issueBeside(account, Purpose.RESET);
        var mail = MailText.RESET.write(
                account.email(),
                speaks,
                MailRoute.link("/reset?token=" + issued.token()),
                account.name(),
                Accounts.companyName(em, account));
        outbox.post(account.companyId(), MailText.RESET, mail, issued.link().expiresAt());
    }

    /**
     * Another password by a mailed link, which is used up by it, as are all others that the account was sent; all sign-ins of the account end, and wrong guesses are forgotten. Signs
     * nobody in: a second factor is asked for as always.
     *
     * @throws dev.parley.shared.NotFound if the link was used, or its 30 minutes are over
     * @throws AccessSuspended if the company is suspended; the link stays good for its time
     * @throws Invalid if the password is too easy to guess
     */
    public void choose(Caller caller, String token, NewPassword wanted) {
        wanted.unlike(own.call(() -> whose(token)).email());
        String hash = passwords.inSlot(() -> passwords.hash(wanted.value()));
        own.run(() -> {
            Account account = links.use(token, Purpose.RESET);
            links.forget(account.id());
            account.changePassword(hash);
            ending.endAll(account.id());
            SignInGuard guard = em.find(SignInGuard.class, Digests.sha256(account.email()));
            if (guard != null) em.remove(guard);
        });
    }

    private Account whose(String token) {
        Account account = links.look(token, Purpose.RESET);
        suspensions.refuse(account.companyId());
        return account;
    }
}

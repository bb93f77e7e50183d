package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.access.password.Passwords;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Unauthorized;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.IllformedLocaleException;
import java.util.Locale;

/** What a colleague says about the own account. */
@Stateless
@PermitAll
public class Accounts {
    private static final int LONGEST_TAG = 35;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    private final Reauthentication again;
    private final Passwords passwords;
    private final SignInEnding ending;
    private final OwnTransaction own;

    protected Accounts() {
        this(null, null, null, null);
    }

    @Inject
    public Accounts(Reauthentication again, Passwords passwords, SignInEnding ending, OwnTransaction own) {
        this.again = again;
        this.passwords = passwords;
        this.ending = ending;
        this.own = own;
    }

    /** The caller's own account. @throws Unauthorized if no colleague asks */
    public AccountView own(Caller caller) {
        return view(em, account(caller));
    }

    /**
     * From now on the pages speak this language to the caller, in every browser.
     *
     * @param language a BCP 47 tag of at most 35 characters, or null for the browser's language
     * @throws Invalid if it is not such a tag
     * @throws Unauthorized if no colleague asks
     */
    public AccountView speak(Caller caller, String language) {
        Account account = account(caller);
        account.speak(language == null ? null : canonical(language));
        return view(em, account);
    }

    /**
     * Another password from now on; the caller's other sign-ins end, as whoever knew the old one may have them.
     *
     * @throws WrongPassword if {@code password} is not the one until now
     * @throws Invalid if the new one is too easy to guess
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void changePassword(Caller caller, String password, NewPassword wanted) {
        Caller.Staff me = caller.requireStaff();
        wanted.unlike(own.call(() -> account(me)).email());
        again.check(me, password);
        String hash = passwords.inSlot(() -> passwords.hash(wanted.value()));
        own.run(() -> {
            account(me).changePassword(hash);
            ending.endOthers(me.accountId(), me.signIn());
        });
    }

    static AccountView view(EntityManager em, Account account) {
        String company = (String) em.createNamedQuery("Account.companyPublicId")
                .setParameter(1, account.companyId())
                .getSingleResult();
        return new AccountView(
                account.publicId(),
                account.name(),
                account.email(),
                account.role(),
                company,
                account.language(),
                account.portrait());
    }

    static String companyName(EntityManager em, Account account) {
        return (String) em.createNamedQuery("Account.companyName")
                .setParameter(1, account.companyId())
                .getSingleResult();
    }

    private Account account(Caller caller) {
        Caller.Staff staff = caller.requireStaff();
        Account own = em.find(Account.class, staff.accountId());
        if (own == null || own.companyId() != staff.companyId()) throw new Unauthorized("There is no such account.");
        return own;
    }

    private static String canonical(String language) {
        try {
            String tag = new Locale.Builder().setLanguageTag(language).build().toLanguageTag();
            if (!language.isBlank() && tag.length() <= LONGEST_TAG) return tag;
        } catch (IllformedLocaleException e) {
            throw new Invalid("'language' must be a BCP 47 tag like de or de-AT.", e);
        }
        throw new Invalid("'language' must be a BCP 47 tag like de or de-AT.");
    }
}

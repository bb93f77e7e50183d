package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.access.domain.SignIn;
import dev.parley.access.password.Passwords;
import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.shared.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;

/** The owner with whom an installation begins: nobody is there to invite this one. Who may be it, the caller has decided. */
@ApplicationScoped
public class FirstOwner {
    @PersistenceContext(unitName = "desk")
    EntityManager em;

    private final Passwords passwords;
    private final AuditTrail audit;
    private final Clock clock;

    protected FirstOwner() {
        this(null, null, null);
    }

    @Inject
    public FirstOwner(Passwords passwords, AuditTrail audit, Clock clock) {
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether any company of this installation has an owner, also one who opens no door any more. Within the caller's transaction. */
    public boolean there() {
        return !em.createNamedQuery("Account.anyOwner", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * What is kept of the password. Costs a fifth of a second of a core: not within a transaction.
     *
     * @throws Invalid if it is too much like the address
     * @throws Unavailable if too many wait for the same
     */
    public String hash(NewPassword wanted, String email) {
        wanted.unlike(email);
        return passwords.inSlot(() -> passwords.hash(wanted.value()));
    }

    /**
     * Makes the account and begins its first sign-in, of a page, within the caller's transaction.
     *
     * @param email in lower case
     * @param hash what {@link #hash} has made
     * @param language tag of the one that the pages speak to the owner
     * @throws Refused if somebody has that address
     */
    public SignedIn come(long companyId, String email, String name, String hash, String language, ClientInfo client) {
        boolean taken = em.createNamedQuery("Account.byEmail", Account.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst()
                .isPresent();
        if (taken) throw new Refused("There is an account with this address already.");
        Instant now = clock.instant();
        Account account = Account.create(companyId, email, name, null, Role.OWNER, hash, false, now);
        account.speak(language);
        em.persist(account);
        em.flush();
        String token = SignIns.newToken(SignInKind.PAGE);
        SignIn signIn = SignIn.begin(account, SignInKind.PAGE, token, client, now);
        em.persist(signIn);
        em.flush();
        Caller.Staff owner = account.as(signIn).from(client.address());
        audit.record(
                owner,
                new AuditSubject(AuditKind.PERSON, account.publicId(), account.name()),
                null,
                Json.createObjectBuilder()
                        .add("name", account.name())
                        .add("email", account.email())
                        .add("role", account.role().wire())
                        .build());
        return new SignedIn(owner, token, SignInKind.PAGE, signIn.expiresAt(), Accounts.view(em, account));
    }
}

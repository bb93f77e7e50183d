package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.access.domain.SignIn;
import dev.parley.access.domain.SignInGuard;
import dev.parley.access.password.Passwords;
import dev.parley.company.AccessSuspended;
import dev.parley.company.Suspensions;
import dev.parley.shared.Digests;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One try to sign in, as one transaction of its own that always commits: a wrong guess is counted although the answer is an exception.
 * The guard's row is locked while the password is compared, so that guesses for one address are counted one after the other, however many
 * come at once. The wrong codes of a second factor are counted with the passwords. Used by the feature's own doors only.
 */
@Stateless
@PermitAll
public class SignInAttempts {
    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    Suspensions suspensions;

    private final Passwords passwords;
    private final CodeCheck codes;
    private final SecondStep steps;
    private final Guesses guesses;
    private final SignOnRules signOns;
    private final Clock clock;

    protected SignInAttempts() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public SignInAttempts(
            Passwords passwords, CodeCheck codes, SecondStep steps, Guesses guesses, SignOnRules signOns, Clock clock) {
        this.passwords = passwords;
        this.codes = codes;
        this.steps = steps;
        this.guesses = guesses;
        this.signOns = signOns;
        this.clock = clock;
    }

    /** What became of a try. */
    public sealed interface Outcome {}

    /** Everything was right. */
    public record Right(Account account, SignIn signIn, String token) implements Outcome {}

    /** The password was; its owner has to bring a code too. Counts neither for nor against. */
    public record Code(String ticket) implements Outcome {}

    /** It was not; {@code left} more tries are free. {@code code}: the code was wrong, not the password. */
    public record Wrong(boolean code, int left, Duration lock) implements Outcome {}

    /** The password was; the company lets its owner in by single sign-on only. Counts neither for nor against. */
    public record Elsewhere() implements Outcome {}

    /** Nothing was compared: too many wrong ones before. */
    public record Locked(Duration lock) implements Outcome {}

    /** The ticket is none, or its time is over: from the beginning. */
    public record Over() implements Outcome {}

    /** How long the address is locked; asked before a slot is taken, so that a locked one costs nothing. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Duration lock(String email) {
        SignInGuard guard = em.find(SignInGuard.class, Digests.sha256(email));
        return guard == null ? Duration.ZERO : guard.wait(clock.instant());
    }

    /**
     * Compares and counts. {@code email} is in lower case, {@code code} may be null.
     *
     * @throws AccessSuspended if the password is right and the company suspended; counts neither for nor against
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Outcome attempt(String email, String password, String code, SignInKind kind, ClientInfo client) {
        SignInGuard guard = guard(email);
        if (locked(guard)) return new Locked(guard.wait(clock.instant()));
        Account account = one("Account.byEmail", "email", email);
        boolean right = passwords.matches(password, account == null ? null : account.passwordHash())
                && account != null
                && account.active();
        if (!right) return wrong(email, guard, false);
        suspensions.refuse(account.companyId());
        if (signOns.refusesPassword(account)) return new Elsewhere();
        if (passwords.outdated(account.passwordHash())) account.rehash(passwords.hash(password));
        return second(account, code, kind, client, guard);
    }

    /**
     * The second step of a sign-in whose first got the ticket. Compares the code and counts.
     *
     * @throws AccessSuspended if the company is suspended
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Outcome finish(String ticket, String code, SignInKind kind, ClientInfo client) {
        Account account = steps.account(ticket)
                .map(id -> one("Account.anyByPublicId", "publicId", id))
                .orElse(null);
        if (account == null || !account.active() || !steps.good(ticket, account, clock.instant())) return new Over();
        suspensions.refuse(account.companyId());
        if (signOns.refusesPassword(account)) return new Elsewhere();
        SignInGuard guard = guard(account.email());
        if (locked(guard)) return new Locked(guard.wait(clock.instant()));
        return second(account, code, kind, client, guard);
    }

    /** The password of somebody who is signed in already, asked again. Compares and counts. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Outcome> confirm(long accountId, String password) {
        Account account = em.find(Account.class, accountId);
        SignInGuard guard = guard(account.email());
        if (locked(guard)) return Optional.of(new Locked(guard.wait(clock.instant())));
        boolean right = passwords.matches(password, account.passwordHash());
        return right ? Optional.empty() : Optional.of(wrong(account.email(), guard, false));
    }

    /**
     * Somebody has proved to be the account's by what counts for both factors: the rest of what a right password and code have to pass, in
     * the caller's transaction.
     *
     * @throws AccessSuspended if the company is suspended
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Outcome pass(Account account, SignInKind kind, ClientInfo client) {
        suspensions.refuse(account.companyId());
        if (signOns.refusesPassword(account)) return new Elsewhere();
        SignInGuard guard = guard(account.email());
        if (locked(guard)) return new Locked(guard.wait(clock.instant()));
        return welcome(account, kind, client, guard, clock.instant());
    }

    private Outcome second(Account account, String code, SignInKind kind, ClientInfo client, SignInGuard guard) {
        Instant now = clock.instant();
        return switch (codes.judge(account, code, now)) {
            case NOT_ASKED, RIGHT -> welcome(account, kind, client, guard, now);
            case MISSING -> new Code(steps.ticket(account, now));
            case WRONG -> wrong(account.email(), guard, true);
        };
    }

    private SignInGuard guard(String email) {
        return guesses.row(Digests.sha256(email));
    }

    private boolean locked(SignInGuard guard) {
        return guard != null && !guard.wait(clock.instant()).isZero();
    }

    private Wrong wrong(String email, SignInGuard known, boolean code) {
        SignInGuard guard = guesses.failed(known, Digests.sha256(email));
        return new Wrong(code, guard.left(), guard.wait(clock.instant()));
    }

    private Right welcome(Account account, SignInKind kind, ClientInfo client, SignInGuard guard, Instant now) {
        if (guard != null) em.remove(guard);
        String token = SignIns.newToken(kind);
        SignIn signIn = SignIn.begin(account, kind, token, client, now);
        em.persist(signIn);
        return new Right(account, signIn, token);
    }

    private Account one(String query, String parameter, String value) {
        return em.createNamedQuery(query, Account.class)
                .setParameter(parameter, value)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}

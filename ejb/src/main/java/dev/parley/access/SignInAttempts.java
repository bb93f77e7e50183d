package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.access.domain.SignIn;
import dev.parley.access.domain.SignInGuard;
import dev.parley.access.password.Passwords;
import dev.parley.shared.Digests;
import dev.parley.shared.Moments;
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
import java.time.Instant;

/**
 * One try to sign in, as one transaction of its own that always commits: a wrong guess is counted although the answer is an exception.
 * The guard's row is locked while the password is compared, so that guesses for one address are counted one after the other, however many
 * come at once. Used by {@link SignIns} only.
 */
@Stateless
@PermitAll
public class SignInAttempts {
    @PersistenceContext(unitName = "desk")
    EntityManager em;

    private final Passwords passwords;
    private final Clock clock;

    protected SignInAttempts() {
        this(null, null);
    }

    @Inject
    public SignInAttempts(Passwords passwords, Clock clock) {
        this.passwords = passwords;
        this.clock = clock;
    }

    /** What became of a try. */
    public sealed interface Outcome {}

    /** The password was right. */
    public record Right(Account account, SignIn signIn, String token) implements Outcome {}

    /** It was not; {@code left} more tries are free. */
    public record Wrong(int left, Duration lock) implements Outcome {}

    /** Nothing was compared: too many wrong ones before. */
    public record Locked(Duration lock) implements Outcome {}

    /** How long the address is locked; asked before a slot is taken, so that a locked one costs nothing. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Duration lock(String email) {
        SignInGuard guard = em.find(SignInGuard.class, Digests.sha256(email));
        return guard == null ? Duration.ZERO : guard.wait(clock.instant());
    }

    /** Compares and counts. {@code email} is in lower case. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Outcome attempt(String email, String password, SignInKind kind, ClientInfo client) {
        String key = Digests.sha256(email);
        SignInGuard guard = em.find(SignInGuard.class, key, LockModeType.PESSIMISTIC_WRITE);
        if (guard != null && !guard.wait(clock.instant()).isZero()) return new Locked(guard.wait(clock.instant()));
        Account account = find(email);
        boolean right = passwords.matches(password, account == null ? null : account.passwordHash())
                && account != null
                && account.active();
        Instant now = clock.instant();
        if (right) return welcome(account, password, kind, client, guard, now);
        if (guard == null) guard = newGuard(key, now);
        guard.failed(now);
        return new Wrong(guard.left(), guard.wait(now));
    }

    /** Two first wrong guesses for one address may come at the same moment: both take the one row. */
    private SignInGuard newGuard(String key, Instant now) {
        em.createNativeQuery(
                        "insert into sign_in_guard (email_hash, failures, last_at) values (?1, 0, ?2) on conflict do nothing")
                .setParameter(1, key)
                .setParameter(2, Moments.toColumn(now))
                .executeUpdate();
        return em.find(SignInGuard.class, key, LockModeType.PESSIMISTIC_WRITE);
    }

    private Right welcome(
            Account account, String password, SignInKind kind, ClientInfo client, SignInGuard guard, Instant now) {
        if (guard != null) em.remove(guard);
        if (passwords.outdated(account.passwordHash())) account.rehash(passwords.hash(password));
        String token = SignIns.newToken(kind);
        SignIn signIn = SignIn.begin(account, kind, token, client, now);
        em.persist(signIn);
        return new Right(account, signIn, token);
    }

    private Account find(String email) {
        return em.createNamedQuery("Account.byEmail", Account.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}

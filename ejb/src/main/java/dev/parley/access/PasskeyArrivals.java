package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.access.domain.Passkey;
import dev.parley.access.passkey.Assertion;
import dev.parley.access.passkey.Copied;
import dev.parley.access.passkey.NotProven;
import dev.parley.access.passkey.PasskeyCheck;
import dev.parley.access.passkey.RelyingParty;
import dev.parley.shared.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Whose passkey was used, and whether it was, in the caller's transaction. Its row is locked meanwhile: of two uses with the same
 * counter one is too late. Whoever has proved it goes on as whoever had the right password and code.
 */
@ApplicationScoped
class PasskeyArrivals {
    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    SignInAttempts attempts;

    @Inject
    PasskeyCheck check;

    @Inject
    PasskeyTrail trail;

    @Inject
    Guesses guesses;

    @Inject
    Clock clock;

    /** Nothing where nobody is let in; a wrong use of a passkey that is there is counted with its owner's wrong passwords. */
    public Optional<SignInAttempts.Outcome> arrive(PasskeyTicket ticket, Assertion answer, ClientInfo client) {
        Passkey passkey = find(answer.credentialId());
        Account account = passkey == null ? null : em.find(Account.class, passkey.accountId());
        if (account == null || !account.active()) return Optional.empty();
        if (!Arrays.equals(Passkeys.handle(account), answer.userHandle())) return wrong(account);
        try {
            var now = check.used(RelyingParty.here(), ticket.bytes(), passkey.key(), answer);
            SignInAttempts.Outcome outcome = attempts.pass(account, SignInKind.PAGE, client);
            passkey.shown(now);
            if (outcome instanceof SignInAttempts.Right) passkey.opened(clock.instant());
            return Optional.of(outcome);
        } catch (Copied e) {
            trail.copied(account, passkey, client);
            return wrong(account);
        } catch (NotProven e) {
            return wrong(account);
        }
    }

    private Optional<SignInAttempts.Outcome> wrong(Account account) {
        String key = Digests.sha256(account.email());
        // as for passwords: nothing is counted while nothing is compared
        if (guesses.wait(key).isZero()) guesses.miss(key);
        return Optional.empty();
    }

    private Passkey find(byte[] credential) {
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(credential);
        return em.createNamedQuery("Passkey.byCredential", Passkey.class)
                .setParameter("hash", Passkey.hash(id))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}

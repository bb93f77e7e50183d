package dev.parley.access;

import dev.parley.access.passkey.Assertion;
import dev.parley.access.passkey.RelyingParty;
import dev.parley.company.AccessSuspended;
import dev.parley.shared.Caller;
import dev.parley.shared.Digests;
import dev.parley.shared.Invalid;
import dev.parley.shared.Limit;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.RateLimited;
import dev.parley.shared.RateLimits;
import dev.parley.shared.Secrets;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Signing in at the pages by a passkey. The device has verified the person, so it counts as both factors: no code is asked for. Which
 * accounts have one nobody is told; the browser finds the person's own.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasskeySignIns {
    private static final Logger LOG = Logger.getLogger(PasskeySignIns.class.getName());
    private static final String PURPOSE = "sign-in by a passkey";

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    PasskeyArrivals arrivals;

    @Inject
    PasskeyChallenges challenges;

    @Inject
    Secrets secrets;

    @Inject
    RateLimits limits;

    @Inject
    OwnTransaction own;

    @Inject
    Clock clock;

    /** The origin whose pages may ask for a passkey, and the host whose they are. */
    public RelyingPartyView here() {
        var us = RelyingParty.here();
        return new RelyingPartyView(us.origin(), us.id());
    }

    /**
     * A challenge for a browser.
     *
     * @param browser what that browser keeps and nobody else knows: another one cannot answer
     * @throws RateLimited if too much came from where the client is
     */
    public PasskeyQuestion begin(Caller caller, String browser, ClientInfo client) {
        limits.take(Limit.REQUESTS, String.valueOf(client.address()));
        var ticket = PasskeyTicket.make(Digests.sha256(browser), clock.instant());
        return new PasskeyQuestion(ticket.seal(PURPOSE, secrets), ticket.challenge());
    }

    /**
     * Signs in whom a passkey proves.
     *
     * @param browser as in {@link #begin}, or null where it keeps nothing
     * @throws StepOver if the challenge is none of this browser's, five minutes old, or answered
     * @throws PasskeyRefused if it proves nobody who may come in
     * @throws SignOnWanted if the company lets its person in by single sign-on only
     * @throws AccessSuspended if the company is suspended
     * @throws RateLimited if its account is locked after wrong guesses, or too much came from where the client is
     * @throws Invalid if that is no answer of a browser's
     */
    public SignedIn finish(Caller caller, PasskeyAnswer said, String browser, ClientInfo client) {
        String from = String.valueOf(client.address());
        limits.take(Limit.SIGN_INS, from);
        limits.check(Limit.WRONG_SIGN_INS, from);
        Assertion answer = new Assertion(
                PasskeyBytes.of(said.credential()),
                PasskeyBytes.of(said.userHandle()),
                PasskeyBytes.of(said.authenticatorData()),
                PasskeyBytes.of(said.clientData()),
                PasskeyBytes.of(said.signature()));
        PasskeyTicket ticket = Optional.ofNullable(browser)
                .flatMap(kept ->
                        PasskeyTicket.open(said.ticket(), PURPOSE, Digests.sha256(kept), secrets, clock.instant()))
                .orElseThrow(StepOver::new);
        own.run(() -> challenges.take(ticket));
        Optional<SignInAttempts.Outcome> outcome = own.call(() -> arrivals.arrive(ticket, answer, client));
        if (outcome.isEmpty()) {
            limits.take(Limit.WRONG_SIGN_INS, from);
            LOG.log(Level.INFO, "a passkey was used that lets nobody in, from {0}", from);
            throw new PasskeyRefused();
        }
        if (outcome.get() instanceof SignInAttempts.Right right) return own.call(() -> SignIns.signedIn(em, right));
        if (outcome.get() instanceof SignInAttempts.Locked locked) throw SignIns.locked(locked.lock());
        throw new SignOnWanted();
    }
}

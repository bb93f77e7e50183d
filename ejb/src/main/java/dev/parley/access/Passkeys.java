package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.access.domain.Passkey;
import dev.parley.access.domain.SignIn;
import dev.parley.access.passkey.KeptKey;
import dev.parley.access.passkey.NotProven;
import dev.parley.access.passkey.PasskeyCheck;
import dev.parley.access.passkey.RelyingParty;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.PublicIds;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Refused;
import dev.parley.shared.Secrets;
import dev.parley.shared.ShortText;
import dev.parley.shared.Unauthorized;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;

/**
 * The passkeys of one's own account, as their owner makes, names and removes them. To make one wants the password again: it opens the
 * account from then on.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Passkeys {
    private static final String PURPOSE = "passkey to be made";

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    Reauthentication again;

    @Inject
    SignOnRules signOns;

    @Inject
    PasskeyCheck check;

    @Inject
    PasskeyChallenges challenges;

    @Inject
    PasskeyTrail trail;

    @Inject
    Secrets secrets;

    @Inject
    OwnTransaction own;

    @Inject
    Clock clock;

    /** The caller's. */
    public PasskeyList own(Caller caller) {
        Caller.Staff me = caller.requireStaff();
        return own.call(() -> {
            List<Passkey> all = all(me);
            boolean refused = signOns.refusesPassword(account(me, LockModeType.NONE));
            return new PasskeyList(all.stream().map(Passkeys::view).toList(), refused, all.size() >= Passkey.MOST);
        });
    }

    /**
     * What the browser needs to have one made for the caller.
     *
     * @throws WrongPassword if that is not the caller's password
     * @throws RateLimited if there were too many wrong ones
     * @throws Refused if there is no room for another one, or the company lets the caller in by single sign-on only
     */
    public PasskeyCreation prepare(Caller caller, String password) {
        Caller.Staff me = caller.requireStaff();
        again.check(me, password);
        var ticket = PasskeyTicket.make(bound(me), clock.instant());
        var us = RelyingParty.here();
        return own.call(() -> {
            Account account = account(me, LockModeType.NONE);
            if (signOns.refusesPassword(account)) throw new Refused("Your company wants single sign-on.");
            List<Passkey> all = all(me);
            requireRoom(all);
            return new PasskeyCreation(
                    ticket.seal(PURPOSE, secrets),
                    ticket.challenge(),
                    us.origin(),
                    us.id(),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(handle(account)),
                    account.email(),
                    account.name(),
                    PasskeyCheck.ALGORITHMS,
                    all.stream().map(each -> check.id(each.key())).toList());
        });
    }

    /**
     * The browser had one made: it opens the caller's account from now on.
     *
     * @param name at most 60 characters
     * @throws StepOver if that was prepared longer than five minutes ago, in another sign-in, or has been answered
     * @throws Invalid if it was not made for us by a verified person, or the name does not fit
     * @throws Refused if there is no room for another one, or it is there already
     */
    public PasskeyView add(Caller caller, PasskeyMade made, String name) {
        Caller.Staff me = caller.requireStaff();
        String called = called(name);
        byte[] clientData = PasskeyBytes.of(made.clientData());
        byte[] attestation = PasskeyBytes.of(made.attestation());
        PasskeyTicket ticket = PasskeyTicket.open(made.ticket(), PURPOSE, bound(me), secrets, clock.instant())
                .orElseThrow(StepOver::new);
        own.run(() -> challenges.take(ticket));
        KeptKey key;
        try {
            key = check.made(RelyingParty.here(), ticket.bytes(), clientData, attestation);
        } catch (NotProven e) {
            throw new Invalid("That passkey was not made for this page by a person whom the device knows.", e);
        }
        return own.call(() -> keep(me, key, called));
    }

    private PasskeyView keep(Caller.Staff me, KeptKey key, String name) {
        // two at once take turns
        Account account = account(me, LockModeType.PESSIMISTIC_WRITE);
        // taken out, or signed out everywhere, since the browser was asked
        SignIn mine = em.find(SignIn.class, me.signIn());
        if (!account.active() || mine != null && !mine.alive(clock.instant())) throw new StepOver();
        requireRoom(all(me));
        String credential = check.id(key);
        boolean known = em.createNamedQuery("Passkey.byCredential", Passkey.class)
                .setParameter("hash", Passkey.hash(credential))
                .getResultStream()
                .findFirst()
                .isPresent();
        if (known) throw new Refused("That passkey is here already.");
        Passkey passkey = Passkey.of(account, credential, key, name, clock.instant());
        em.persist(passkey);
        trail.made(me, account, passkey);
        return view(passkey);
    }

    /** Calls one of the caller's something else. @throws NotFound if the caller has none with this id @throws Invalid if the name does not fit */
    public void rename(Caller caller, String id, String name) {
        Caller.Staff me = caller.requireStaff();
        String called = called(name);
        own.run(() -> {
            Passkey passkey = find(me, id);
            String former = passkey.name();
            passkey.rename(called);
            trail.renamed(me, account(me, LockModeType.NONE), former, passkey);
        });
    }

    /** One of the caller's opens nothing any more. @throws NotFound if the caller has none with this id */
    public void remove(Caller caller, String id) {
        Caller.Staff me = caller.requireStaff();
        own.run(() -> {
            Passkey passkey = find(me, id);
            em.remove(passkey);
            trail.removed(me, account(me, LockModeType.NONE), passkey);
        });
    }

    /** By what an authenticator knows an account: no name, no address. */
    static byte[] handle(Account account) {
        return account.publicId().getBytes(StandardCharsets.UTF_8);
    }

    private static String bound(Caller.Staff me) {
        return "sign-in " + me.signIn();
    }

    private static void requireRoom(List<Passkey> all) {
        if (all.size() >= Passkey.MOST) throw new Refused("An account has at most " + Passkey.MOST + " passkeys.");
    }

    private static String called(String name) {
        String called = ShortText.of("A name", name, Passkey.LONGEST_NAME);
        if (called == null) throw new Invalid("A name is missing.");
        return called;
    }

    private List<Passkey> all(Caller.Staff me) {
        return em.createNamedQuery("Passkey.ofAccount", Passkey.class)
                .setParameter("companyId", me.companyId())
                .setParameter("accountId", me.accountId())
                .getResultList();
    }

    private Passkey find(Caller.Staff me, String id) {
        if (!PublicIds.plausible(id)) throw unknown();
        return em.createNamedQuery("Passkey.byPublicId", Passkey.class)
                .setParameter("companyId", me.companyId())
                .setParameter("accountId", me.accountId())
                .setParameter("publicId", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(Passkeys::unknown);
    }

    private Account account(Caller.Staff me, LockModeType lock) {
        Account account = em.find(Account.class, me.accountId(), lock);
        if (account == null) throw new Unauthorized("There is no such account.");
        return account;
    }

    private static NotFound unknown() {
        return new NotFound("There is no such passkey.");
    }

    private static PasskeyView view(Passkey passkey) {
        return new PasskeyView(
                passkey.publicId(), passkey.name(), passkey.createdAt(), passkey.usedAt(), passkey.backedUp());
    }
}

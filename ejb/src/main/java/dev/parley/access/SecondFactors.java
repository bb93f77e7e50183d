package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.access.domain.RecoveryCode;
import dev.parley.access.domain.SecondFactor;
import dev.parley.access.totp.Totp;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Refused;
import dev.parley.shared.Unauthorized;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The codes that an account asks for besides the password, as its owner switches them on and off. Whatever weakens or replaces them wants
 * the password again.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SecondFactors {
    /** The name under which an authenticator app lists the account. */
    private static final String ISSUER = "Parley";

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    private final Reauthentication again;
    private final CodeCheck codes;
    private final OwnTransaction own;
    private final Clock clock;

    protected SecondFactors() {
        this(null, null, null, null);
    }

    @Inject
    public SecondFactors(Reauthentication again, CodeCheck codes, OwnTransaction own, Clock clock) {
        this.again = again;
        this.codes = codes;
        this.own = own;
        this.clock = clock;
    }

    /** Whether the caller's own account asks for one. */
    public SecondFactorView state(Caller caller) {
        long account = caller.requireStaff().accountId();
        return own.call(() -> {
            SecondFactor factor = em.find(SecondFactor.class, account);
            boolean on = factor != null && factor.on();
            return new SecondFactorView(on, on ? factor.onSince() : null, on ? codesLeft(account) : 0);
        });
    }

    /**
     * Makes a secret for the caller's app. Nothing is asked for yet: that begins with {@link #switchOn}, within ten minutes.
     *
     * @throws WrongPassword if that is not the caller's password
     * @throws Refused if it is on already
     */
    public Enrolment prepare(Caller caller, String password) {
        Caller.Staff me = caller.requireStaff();
        again.check(me, password);
        String secret = Totp.newSecret();
        return own.call(() -> {
            Account account = account(me);
            SecondFactor factor = locked(me);
            if (factor != null && factor.on()) throw new Refused("The second factor is on already.");
            String sealed = codes.seal(account, secret);
            if (factor == null) em.persist(SecondFactor.prepare(account, sealed, clock.instant()));
            else factor.prepareAnew(sealed, clock.instant());
            return enrolment(account, secret);
        });
    }

    /** What {@link #prepare} made, while it waits for its first code. */
    public Optional<Enrolment> pending(Caller caller) {
        Caller.Staff me = caller.requireStaff();
        return own.call(() -> Optional.ofNullable(em.find(SecondFactor.class, me.accountId()))
                .filter(factor -> factor.waits(clock.instant()))
                .map(factor -> {
                    Account account = account(me);
                    return enrolment(account, codes.open(account, factor.sealedSecret()));
                }));
    }

    /**
     * The app has the secret, as its code shows: from now on the account asks for one.
     *
     * @return the recovery codes, which nobody can read again
     * @throws Refused if nothing was prepared, or longer ago than ten minutes, or it is on already
     * @throws Invalid if the code is not right
     */
    public List<String> switchOn(Caller caller, String code) {
        Caller.Staff me = caller.requireStaff();
        if (code == null || code.isBlank() || code.length() > 20)
            throw new Invalid("Send the code that the app shows.");
        return own.call(() -> {
            Account account = account(me);
            SecondFactor factor = locked(me);
            if (factor == null || !factor.waits(clock.instant()))
                throw new Refused("Nothing waits for a code. Begin again.");
            if (!codes.accept(factor, account, code, clock.instant()))
                throw new Invalid("That is not the code of now. Is the phone's clock right?");
            factor.switchOn(clock.instant());
            return newCodes(account);
        });
    }

    /**
     * Ten other recovery codes; those before are worth nothing any more.
     *
     * @throws WrongPassword if that is not the caller's password
     * @throws Refused if the second factor is off
     */
    public List<String> renewCodes(Caller caller, String password) {
        Caller.Staff me = caller.requireStaff();
        again.check(me, password);
        return own.call(() -> {
            SecondFactor factor = locked(me);
            if (factor == null || !factor.on()) throw new Refused("The second factor is off.");
            return newCodes(account(me));
        });
    }

    /** The account asks for no code any more. Harmless where it did not. @throws WrongPassword if that is not the caller's password */
    public void switchOff(Caller caller, String password) {
        Caller.Staff me = caller.requireStaff();
        again.check(me, password);
        own.run(() -> {
            SecondFactor factor = locked(me);
            if (factor == null) return;
            forgetCodes(me.accountId());
            em.remove(factor);
        });
    }

    private List<String> newCodes(Account account) {
        forgetCodes(account.id());
        List<String> made =
                Stream.generate(RecoveryCode::newCode).limit(RecoveryCode.MANY).toList();
        made.forEach(code -> em.persist(RecoveryCode.of(account, code)));
        return made;
    }

    private void forgetCodes(long account) {
        em.createNamedQuery("RecoveryCode.forget")
                .setParameter("accountId", account)
                .executeUpdate();
    }

    private long codesLeft(long account) {
        return em.createNamedQuery("RecoveryCode.left", Long.class)
                .setParameter("accountId", account)
                .getSingleResult();
    }

    private SecondFactor locked(Caller.Staff me) {
        return em.find(SecondFactor.class, me.accountId(), LockModeType.PESSIMISTIC_WRITE);
    }

    private Account account(Caller.Staff me) {
        Account account = em.find(Account.class, me.accountId());
        if (account == null) throw new Unauthorized("There is no such account.");
        return account;
    }

    private static Enrolment enrolment(Account account, String secret) {
        return new Enrolment(secret, Totp.uri(ISSUER, account.email(), secret));
    }
}

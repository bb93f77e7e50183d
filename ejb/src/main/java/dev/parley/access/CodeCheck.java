package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.access.domain.RecoveryCode;
import dev.parley.access.domain.SecondFactor;
import dev.parley.shared.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Compares the code of a second factor, an app's or one for recovery, and uses it up. The factor's row is locked meanwhile: of two that
 * come with the same code at once one is too late.
 */
@ApplicationScoped
class CodeCheck {
    private static final Logger LOG = Logger.getLogger(CodeCheck.class.getName());

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    private final Secrets secrets;

    protected CodeCheck() {
        this(null);
    }

    @Inject
    CodeCheck(Secrets secrets) {
        this.secrets = secrets;
    }

    /** What is to be said of a code. */
    enum Verdict {
        /** The account asks for none. */
        NOT_ASKED,
        MISSING,
        WRONG,
        RIGHT
    }

    /** Within the caller's transaction. {@code code} may be null. */
    public Verdict judge(Account account, String code, Instant at) {
        SecondFactor factor = em.find(SecondFactor.class, account.id(), LockModeType.PESSIMISTIC_WRITE);
        if (factor == null || !factor.on()) return Verdict.NOT_ASKED;
        if (code == null || code.isBlank()) return Verdict.MISSING;
        boolean ofTheApp = code.replaceAll("\\s", "").matches("[0-9]{6}");
        boolean right = ofTheApp ? fromApp(factor, account, code, at) : recover(account, code, at);
        return right ? Verdict.RIGHT : Verdict.WRONG;
    }

    /** Whoever starts with another secret must not lock out those who have recovery codes. */
    private boolean fromApp(SecondFactor factor, Account account, String code, Instant at) {
        try {
            return accept(factor, account, code, at);
        } catch (IllegalStateException e) {
            LOG.log(Level.WARNING, "no second factor can be opened: is PARLEY_SECRET another one than before?", e);
            return false;
        }
    }

    /** Whether it is a code of the app's, new and of now. */
    public boolean accept(SecondFactor factor, Account account, String code, Instant at) {
        return factor.accept(open(account, factor.sealedSecret()), code.replaceAll("\\s", ""), at);
    }

    /** The secret of an account's app as it is kept. */
    public String seal(Account account, String secret) {
        return secrets.seal(purpose(account), secret);
    }

    public String open(Account account, String sealed) {
        return secrets.open(purpose(account), sealed);
    }

    private boolean recover(Account account, String code, Instant at) {
        var unused = em.createNamedQuery("RecoveryCode.unused", RecoveryCode.class)
                .setParameter("accountId", account.id())
                .setParameter("hash", RecoveryCode.hash(account.id(), code))
                .getResultStream()
                .findFirst();
        unused.ifPresent(found -> found.use(at));
        return unused.isPresent();
    }

    /** A row moved to another account opens nothing. */
    private static String purpose(Account account) {
        return "second factor of " + account.id();
    }
}

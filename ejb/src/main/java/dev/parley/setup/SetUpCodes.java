package dev.parley.setup;

import dev.parley.setup.domain.SetUpCode;
import dev.parley.shared.Digests;
import dev.parley.shared.PublicIds;
import dev.parley.shared.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/**
 * The set-up code, within the caller's transaction. It is 96 bits that the installation's secret makes from a random salt: the database
 * holds the salt and the code's hash, neither of which gives the code away, and every node that has the secret can print the same code.
 */
@ApplicationScoped
class SetUpCodes {
    private static final String PURPOSE = "set-up code";
    private static final int DIGITS = 24;
    private static final int GROUP = 4;
    /** What somebody typed is not looked at beyond that. */
    private static final int LONGEST = 100;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    private final Secrets secrets;
    private final Clock clock;

    protected SetUpCodes() {
        this(null, null);
    }

    @Inject
    SetUpCodes(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** A code that is good. @param fresh whether it was made just now */
    record Printed(String code, Instant expiresAt, boolean fresh) {
        /** Never the code: only who prints it on purpose does. */
        @Override
        public String toString() {
            return "Printed[until " + expiresAt + "]";
        }
    }

    /** The row that says whether somebody else makes the owner; locked until the caller's transaction ends. */
    public SetUpCode lock() {
        SetUpCode row = em.find(SetUpCode.class, SetUpCode.ONLY, LockModeType.PESSIMISTIC_WRITE);
        // what was read before the lock may be another's past
        em.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return row;
    }

    /** Whether a code is good just now; nobody has to wait for the answer. */
    public boolean alive() {
        return em.find(SetUpCode.class, SetUpCode.ONLY).alive(clock.instant());
    }

    /** The code that is good, or a new one where none is, or where the secret is another than the one that made it. */
    public Printed current() {
        Instant now = clock.instant();
        SetUpCode row = lock();
        if (row.alive(now)) {
            String code = code(row.salt());
            if (is(row, code)) return new Printed(code, row.expiresAt(), false);
        }
        String salt = PublicIds.next();
        String code = code(salt);
        row.issue(salt, Digests.sha256(plain(code)), now);
        return new Printed(code, row.expiresAt(), true);
    }

    /** Whether that is the code and its time is not over. Takes the same time whatever differs. */
    public boolean right(SetUpCode row, String said) {
        return row.alive(clock.instant()) && is(row, said == null ? "" : said);
    }

    private static boolean is(SetUpCode row, String said) {
        return MessageDigest.isEqual(
                Digests.sha256(plain(said)).getBytes(StandardCharsets.US_ASCII),
                row.codeHash().getBytes(StandardCharsets.US_ASCII));
    }

    /** However it was copied: without hyphens and blanks, in small letters. */
    private static String plain(String said) {
        String some = said.length() > LONGEST ? said.substring(0, LONGEST) : said;
        return some.replaceAll("[^0-9A-Za-z]", "").toLowerCase(Locale.ROOT);
    }

    private String code(String salt) {
        String digits = Digests.sha256(secrets.sign(PURPOSE, salt)).substring(0, DIGITS);
        return digits.replaceAll("(?<=\\G.{" + GROUP + "})(?=.)", "-");
    }
}

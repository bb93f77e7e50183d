package dev.parley.setup;

import dev.parley.access.ClientInfo;
import dev.parley.access.FirstOwner;
import dev.parley.access.Guesses;
import dev.parley.access.SignedIn;
import dev.parley.company.CompanyView;
import dev.parley.company.Foundation;
import dev.parley.db.Settings;
import dev.parley.setup.domain.SetUpCode;
import dev.parley.shared.Caller;
import dev.parley.shared.Digests;
import dev.parley.shared.Invalid;
import dev.parley.shared.Limit;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.RateLimited;
import dev.parley.shared.RateLimits;
import dev.parley.shared.Refused;
import dev.parley.shared.Waiting;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The set-up of a new installation: there while nobody owns a company of it, and never in a demo. It demands a code that stands in the
 * log of whatever node printed it, is good for 30 minutes on every node, and makes one company with its first department, site and owner.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SetUp {
    private static final Logger LOG = Logger.getLogger(SetUp.class.getName());

    @Inject
    SetUpCodes codes;

    @Inject
    FirstOwner owner;

    @Inject
    Guesses guesses;

    @Inject
    Foundation foundation;

    @Inject
    Furnishing furnishing;

    @Inject
    RateLimits limits;

    @Inject
    OwnTransaction own;

    @Inject
    Clock clock;

    /**
     * Whether there is still something to set up. Where no code is good any more, a new one is printed in the log: at most one in 30
     * minutes, however often and on however many nodes this is asked.
     */
    public boolean open() {
        if (Settings.demo()) return false;
        boolean wanted = own.call(() -> !owner.there());
        if (wanted && !own.call(codes::alive)) print(false);
        return wanted;
    }

    /** At the start of a node: prints the code that is good, or a new one. Nothing where there is an owner. */
    public void announce() {
        if (!Settings.demo() && own.call(() -> !owner.there())) print(true);
    }

    private void print(boolean again) {
        SetUpCodes.Printed printed = own.call(() -> owner.there() ? null : codes.current());
        if (printed == null || !printed.fresh() && !again) return;
        String url = Settings.get("PARLEY_PUBLIC_URL", "").replaceAll("/+$", "");
        LOG.log(
                Level.WARNING,
                "nobody owns this Parley yet: open {0}/setup and type the set-up code {1} until {2}",
                new Object[] {url, printed.code(), printed.expiresAt()});
    }

    /**
     * Makes the company, with its first department, site, hours and owner, and signs the owner in; all of it or nothing. The code is used up
     * by it, and the set-up is gone.
     *
     * @param code as it stands in the log; hyphens, blanks and capital letters do not matter
     * @throws NotFound if there is an owner already, or this is a demo
     * @throws WrongSetUpCode if that is not the code, or its time is over
     * @throws RateLimited if it was wrong too often, or too much came from where the client is
     * @throws UnfitSetUp if something of the draft does not fit; the code stays good
     * @throws Invalid if the password is too much like the address; the code stays good
     * @throws Refused if the address or the site's key is somebody's already
     */
    public SignedIn found(Caller caller, String code, SetUpDraft draft, ClientInfo client) {
        if (Settings.demo() || own.call(owner::there)) throw gone();
        String from = String.valueOf(client.address());
        limits.take(Limit.SIGN_INS, from);
        try {
            judge(own.call(() -> compare(code, from)));
        } catch (WrongSetUpCode | RateLimited e) {
            limits.take(Limit.WRONG_SIGN_INS, from);
            throw e;
        }
        SetUpDraft fitting = draft.checked();
        String hash = owner.hash(fitting.password(), fitting.email());
        SignedIn signedIn = own.call(() -> begin(code, fitting, hash, client));
        LOG.log(Level.INFO, "the first company is made, /setup is gone");
        return signedIn;
    }

    /** @param right whether it was; else {@code miss} says what it costs, or {@code locked} that nothing was compared */
    private record Judgement(boolean right, Guesses.Miss miss, Duration locked) {}

    /** Commits whatever the outcome: a wrong guess counts although the answer is an exception. */
    private Judgement compare(String code, String from) {
        String key = key(from);
        // also while others are locked out: behind a proxy that is not listed they have the same address
        if (codes.right(codes.lock(), code)) return new Judgement(true, null, Duration.ZERO);
        Duration wait = guesses.wait(key);
        if (!wait.isZero()) return new Judgement(false, null, wait);
        return new Judgement(false, guesses.miss(key), wait);
    }

    private static void judge(Judgement judgement) {
        if (judgement.right()) return;
        if (judgement.miss() != null)
            throw new WrongSetUpCode(judgement.miss().left(), judgement.miss().lock());
        throw new RateLimited(
                "It was not right too often. Try again in " + Waiting.words(judgement.locked()) + ".",
                judgement.locked());
    }

    private SignedIn begin(String code, SetUpDraft draft, String hash, ClientInfo client) {
        SetUpCode row = codes.lock();
        if (owner.there()) throw gone();
        // its time may have run out since it was compared
        if (!codes.right(row, code)) throw new WrongSetUpCode(1, Duration.ZERO);
        Instant now = clock.instant();
        CompanyView company = foundation.begin(draft.company(), false, now);
        SignedIn signedIn = owner.come(company.id(), draft.email(), draft.name(), hash, draft.language(), client);
        Caller.Staff me = signedIn.caller();
        furnishing.furnish(me, company, draft, List.of(me.publicId()), now);
        row.use();
        guesses.forget(key(String.valueOf(client.address())));
        return signedIn;
    }

    /** Each client is counted for itself, or anybody could keep the operator out; the code is too long to be guessed by many. */
    private static String key(String from) {
        return Digests.sha256("set-up code\n" + from);
    }

    private static NotFound gone() {
        return new NotFound("There is nothing to set up.");
    }
}

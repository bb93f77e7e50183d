package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.access.domain.SignIn;
import dev.parley.access.password.Passwords;
import dev.parley.company.AccessSuspended;
import dev.parley.company.Suspensions;
import dev.parley.shared.Caller;
import dev.parley.shared.Digests;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.Limit;
import dev.parley.shared.NotFound;
import dev.parley.shared.Page;
import dev.parley.shared.PublicIds;
import dev.parley.shared.RateLimited;
import dev.parley.shared.RateLimits;
import dev.parley.shared.Unauthorized;
import dev.parley.shared.Unavailable;
import dev.parley.shared.Waiting;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who somebody is: signing in with e-mail and password, the tokens that prove it afterwards, and ending them. */
@Stateless
@PermitAll
public class SignIns {
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_PASSWORD = 200;
    private static final int LONGEST_CODE = 60;
    private static final int MOST_LISTED = 200;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    Suspensions suspensions;

    private final SignInAttempts attempts;
    private final Passwords passwords;
    private final RateLimits limits;
    private final SignInEnding ending;
    private final Clock clock;

    protected SignIns() {
        this(null, null, null, null, null);
    }

    @Inject
    public SignIns(SignInAttempts attempts, Passwords passwords, RateLimits limits, SignInEnding ending, Clock clock) {
        this.attempts = attempts;
        this.passwords = passwords;
        this.limits = limits;
        this.ending = ending;
        this.clock = clock;
    }

    /**
     * Signs somebody in and gives a new token of the kind asked for. An unknown address, a wrong password and an account that was made
     * inactive get the same answer at the same cost.
     *
     * @param code of the second factor, the app's or one for recovery; null or blank where there is none
     * @throws CodeWanted if the password was right, the account has a second factor and the code is missing
     * @throws SignOnWanted if it was right, and the company lets this person in by single sign-on only
     * @throws AccessSuspended if it was right, and the company is suspended
     * @throws WrongSignIn if it was not right; {@link WrongCode} if all but the code was
     * @throws RateLimited if the address was tried wrongly too often, or too much came from where the client is
     * @throws Unavailable if too many sign in at the same time
     * @throws Invalid if the e-mail or password is missing or longer than any can be
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public SignedIn signIn(
            Caller caller, String email, String password, String code, SignInKind kind, ClientInfo client) {
        String address = checked(email, LONGEST_EMAIL, "e-mail").strip().toLowerCase(Locale.ROOT);
        if (address.chars().anyMatch(Character::isISOControl)) throw new Invalid("That is not an e-mail address.");
        checked(password, LONGEST_PASSWORD, "password");
        String given = shortCode(code);
        String from = admit(kind, client);
        Duration wait = attempts.lock(address);
        if (!wait.isZero()) throw locked(wait);
        return answer(passwords.inSlot(() -> attempts.attempt(address, password, given, kind, client)), from);
    }

    /**
     * The second step of a sign-in whose first was answered by {@link CodeWanted}.
     *
     * @throws StepOver if the ticket is none or its five minutes are over: the password again
     * @throws WrongCode if the code was not right
     * @throws AccessSuspended if the company is suspended
     * @throws RateLimited if there were too many wrong ones
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public SignedIn finish(Caller caller, String ticket, String code, SignInKind kind, ClientInfo client) {
        String given = shortCode(code);
        if (given == null || given.isBlank()) throw new Invalid("The code is missing.");
        String from = admit(kind, client);
        return answer(attempts.finish(ticket, given, kind, client), from);
    }

    /** @return from where, as it is counted */
    private String admit(SignInKind kind, ClientInfo client) {
        if (kind == SignInKind.SOCKET) throw new Invalid("A socket's token comes from a page's sign-in.");
        String from = String.valueOf(client.address());
        limits.take(Limit.SIGN_INS, from);
        limits.check(Limit.WRONG_SIGN_INS, from);
        return from;
    }

    private SignedIn answer(SignInAttempts.Outcome outcome, String from) {
        if (outcome instanceof SignInAttempts.Right right) {
            return signedIn(right.account(), right.signIn(), right.token());
        }
        if (outcome instanceof SignInAttempts.Code code) throw new CodeWanted(code.ticket());
        if (outcome instanceof SignInAttempts.Elsewhere) throw new SignOnWanted();
        if (outcome instanceof SignInAttempts.Over) throw new StepOver();
        limits.take(Limit.WRONG_SIGN_INS, from);
        if (outcome instanceof SignInAttempts.Locked locked) throw locked(locked.lock());
        throw wrong((SignInAttempts.Wrong) outcome);
    }

    /**
     * The colleague behind a bearer of the API or of a page's script; nothing if it is not one, or is no longer alive.
     *
     * @throws AccessSuspended if it is, and the company is suspended
     */
    public Optional<SignedIn> authenticate(String bearer) {
        return alive(bearer, Set.of(SignInKind.API, SignInKind.SOCKET));
    }

    /**
     * The colleague behind a page's session cookie; nothing if it is not one, or is no longer alive.
     *
     * @throws AccessSuspended if it is, and the company is suspended
     */
    public Optional<SignedIn> authenticatePage(String cookie) {
        return alive(cookie, Set.of(SignInKind.PAGE));
    }

    /**
     * A bearer for the sockets and the script of a signed-in page.
     *
     * @throws Forbidden if the caller is not a page's sign-in
     */
    public SocketToken openSocketToken(Caller.Staff staff, ClientInfo client) {
        SignIn page = em.find(SignIn.class, staff.signIn());
        if (page == null || page.kind() != SignInKind.PAGE)
            throw new Forbidden("Only a signed-in page may ask for this.");
        if (!page.alive(clock.instant())) throw new Unauthorized("The sign-in has ended.");
        String token = newToken(SignInKind.SOCKET);
        SignIn child = page.child(em.find(Account.class, staff.accountId()), token, client, clock.instant());
        em.persist(child);
        return new SocketToken(token, child.expiresAt());
    }

    /** Ends the sign-in that asks, and with it the page's it lives under and all that live under that. */
    public void signOut(Caller caller) {
        Caller.Staff staff = caller.requireStaff();
        SignIn own = em.find(SignIn.class, staff.signIn());
        if (own != null) ending.end(staff.accountId(), own.root());
    }

    /** Ends the page's sign-in behind a session cookie and all that live under it, also while the company is suspended. Harmless if it is none. */
    public void endPage(String cookie) {
        rowOf(cookie).ifPresent(row -> {
            SignIn page = (SignIn) row[0];
            if (page.kind() == SignInKind.PAGE) ending.end(((Account) row[1]).id(), page.root());
        });
    }

    /** Ends all of the caller's own sign-ins but the one that asks, with whatever lives under them. */
    public void signOutOthers(Caller caller) {
        Caller.Staff staff = caller.requireStaff();
        ending.endOthers(staff.accountId(), staff.signIn());
    }

    /** The caller's own sign-ins that are alive, newest first; pages' bearers are part of their page's. */
    public List<SignInView> own(Caller caller) {
        return own(caller, null, MOST_LISTED).items();
    }

    /**
     * Some of the caller's own sign-ins that are alive, newest first; fewer than {@code limit} where some of them are over.
     *
     * @param cursor the {@code next} of the part before, or null for the first
     * @param limit 1 to 200
     * @throws Invalid for another limit, or a cursor that is none
     */
    public Page<SignInView> own(Caller caller, String cursor, int limit) {
        Caller.Staff staff = caller.requireStaff();
        SignIn asking = em.find(SignIn.class, staff.signIn());
        Instant now = clock.instant();
        List<SignIn> found = em.createNamedQuery("SignIn.ofAccount", SignIn.class)
                .setParameter("companyId", staff.companyId())
                .setParameter("accountId", staff.accountId())
                .setParameter("now", now)
                .setParameter("before", cursor == null ? Long.MAX_VALUE : key(staff, cursor))
                .setMaxResults(Page.limit(limit, MOST_LISTED) + 1)
                .getResultList();
        Page<SignIn> some = Page.of(found, limit, SignIn::publicId);
        List<SignInView> alive = some.items().stream()
                .filter(s -> s.alive(now))
                .map(s -> view(s, asking != null && asking.root() == s.id()))
                .toList();
        return new Page<>(alive, some.next());
    }

    /** Also of one that has ended since it was listed. */
    private long key(Caller.Staff staff, String cursor) {
        if (!PublicIds.plausible(cursor)) throw Page.unknownCursor();
        return em.createNamedQuery("SignIn.keyOfAny", Long.class)
                .setParameter("companyId", staff.companyId())
                .setParameter("accountId", staff.accountId())
                .setParameter("publicId", cursor)
                .getResultStream()
                .findFirst()
                .orElseThrow(Page::unknownCursor);
    }

    /** Ends one of the caller's own sign-ins. @throws NotFound if the caller has none with this id */
    public void revoke(Caller caller, String id) {
        Caller.Staff staff = caller.requireStaff();
        if (!PublicIds.plausible(id)) throw unknown();
        SignIn found = em.createNamedQuery("SignIn.byPublicId", SignIn.class)
                .setParameter("companyId", staff.companyId())
                .setParameter("accountId", staff.accountId())
                .setParameter("publicId", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(SignIns::unknown);
        ending.end(staff.accountId(), found.id());
    }

    /** A new token. Its prefix says what it is for, so that one in a wrong place is recognised; the rest is 256 random bits. */
    static String newToken(SignInKind kind) {
        return "p" + kind.name().toLowerCase(Locale.ROOT).charAt(0) + "_" + PublicIds.token();
    }

    private Optional<SignedIn> alive(String token, Set<SignInKind> kinds) {
        Optional<Object[]> row = rowOf(token);
        if (row.isEmpty()) return Optional.empty();
        Instant now = clock.instant();
        SignIn signIn = (SignIn) row.get()[0];
        Account account = (Account) row.get()[1];
        SignIn parent = (SignIn) row.get()[2];
        boolean alive = kinds.contains(signIn.kind())
                && signIn.alive(now)
                && (parent == null || parent.alive(now))
                && account.active();
        if (!alive) return Optional.empty();
        suspensions.refuse(account.companyId());
        signIn.seen(now);
        return Optional.of(signedIn(account, signIn, token));
    }

    /** The sign-in, its account and what it lives under, alive or not. */
    private Optional<Object[]> rowOf(String token) {
        if (token == null || token.length() > 100) return Optional.empty();
        return em.createNamedQuery("SignIn.byToken", Object[].class)
                .setParameter("tokenHash", Digests.sha256(token))
                .getResultStream()
                .findFirst();
    }

    private SignedIn signedIn(Account account, SignIn signIn, String token) {
        return signedIn(em, new SignInAttempts.Right(account, signIn, token));
    }

    /** What the client is told of it. */
    static SignedIn signedIn(EntityManager em, SignInAttempts.Right right) {
        SignIn signIn = right.signIn();
        Account account = right.account();
        return new SignedIn(
                account.as(signIn), right.token(), signIn.kind(), signIn.expiresAt(), Accounts.view(em, account));
    }

    private static NotFound unknown() {
        return new NotFound("There is no such sign-in.");
    }

    private static SignInView view(SignIn s, boolean current) {
        return new SignInView(
                s.publicId(), s.kind(), s.createdAt(), s.seenAt(), s.expiresAt(), s.address(), s.userAgent(), current);
    }

    private static String checked(String text, int longest, String what) {
        if (text == null || text.isBlank()) throw new Invalid("The " + what + " is missing.");
        if (text.length() > longest) throw new Invalid("The " + what + " is too long.");
        return text;
    }

    private static String shortCode(String code) {
        if (code != null && code.length() > LONGEST_CODE) throw new Invalid("The code is too long.");
        return code;
    }

    static RateLimited locked(Duration wait) {
        return new RateLimited("It was not right too often. Try again in " + Waiting.words(wait) + ".", wait);
    }

    private static Unauthorized wrong(SignInAttempts.Wrong wrong) {
        String next = wrong.left() == 0
                ? "Try again in " + Waiting.words(wrong.lock()) + "."
                : "After " + tries(wrong.left()) + " you will have to wait a minute.";
        return wrong.code()
                ? new WrongCode("The code is not right. " + next, wrong.left(), wrong.lock())
                : new WrongSignIn("E-mail or password is not right. " + next, wrong.left(), wrong.lock());
    }

    private static String tries(int left) {
        return switch (left) {
            case 1 -> "one more try";
            case 2 -> "two more tries";
            case 3 -> "three more tries";
            default -> left + " more tries";
        };
    }
}

package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.access.domain.Granted;
import dev.parley.access.domain.OwnRole;
import dev.parley.access.domain.SignIn;
import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.HeldRole;
import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import dev.parley.shared.NameCursor;
import dev.parley.shared.NotFound;
import dev.parley.shared.Outdated;
import dev.parley.shared.Page;
import dev.parley.shared.Permission;
import dev.parley.shared.PublicIds;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.shared.RowLock;
import dev.parley.shared.ShortText;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What administrators say of the company's accounts. Nobody gives a role above the own one, and the company always has an owner. */
@Stateless
@PermitAll
public class AccountSettings {
    private static final int LONGEST = 120;
    private static final int MOST_LANGUAGES = 20;
    private static final int LONGEST_TAG = 9;
    private static final int MOST = 1_000;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    AuditTrail audit;

    @Inject
    RoleGrants grants;

    @Inject
    Event<SignInEnded> news;

    @Inject
    Event<RoleChanged> roleNews;

    @Inject
    Clock clock;

    /** The company's active accounts, by name; at most 1,000. */
    public List<AccountDetails> all(Caller caller) {
        return page(caller, null, MOST).items();
    }

    /**
     * Some of the company's active accounts, by name.
     *
     * @param cursor the {@code next} of the part before, or null for the first
     * @param limit 1 to 1,000
     * @throws Invalid for another limit, or a cursor that is none
     */
    public Page<AccountDetails> page(Caller caller, String cursor, int limit) {
        long company = caller.requireAny(Permission.MANAGE_PEOPLE, Permission.EDIT_DEPARTMENTS)
                .companyId();
        return page(em, "Account.ofCompany", company, cursor, Page.limit(limit, MOST))
                .map(AccountSettings::details);
    }

    /** Some of those whom a query by name finds. */
    static Page<Account> page(EntityManager em, String query, long company, String cursor, int limit) {
        NameCursor behind = NameCursor.of(cursor);
        List<Account> found = em.createNamedQuery(query, Account.class)
                .setParameter("companyId", company)
                .setParameter("name", behind.name())
                .setParameter("last", behind.id())
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(found, limit, last -> new NameCursor(last.name(), last.publicId()).wire());
    }

    /** One of them. @throws NotFound if the company has no active account with that public id */
    public AccountDetails get(Caller caller, String id) {
        return details(find(caller.require(Permission.MANAGE_PEOPLE).companyId(), id));
    }

    /** The roles that the caller may give: the desk's, highest first, then the company's own by name. */
    public List<HeldRole> assignable(Caller caller) {
        Caller.Staff me = caller.require(Permission.MANAGE_PEOPLE);
        return Stream.concat(
                        Arrays.stream(Role.values()).map(HeldRole::of),
                        grants.all(me.companyId()).stream().map(OwnRole::held))
                .filter(role -> !role.above(me.role()))
                .toList();
    }

    /**
     * Changes what the draft names. Who loses a permission by a new role has to sign in again.
     *
     * @throws NotFound if the company has no such active account
     * @throws Forbidden if the account's role, or the one to give, is above the caller's
     * @throws Refused if it is the last owner's and would be another role's
     * @throws Outdated if somebody else changed it since the draft's version was read
     * @throws Invalid if something does not fit
     */
    public AccountDetails change(Caller caller, String id, AccountDraft draft) {
        Caller.Staff me = caller.require(Permission.MANAGE_PEOPLE);
        Account account = find(me.companyId(), id);
        RowLock.ACCOUNT.take(em, account.id());
        em.refresh(account);
        if (draft.version() != null) Outdated.check(draft.version(), account.version());
        AccountDetails before = details(account);
        describe(account, draft);
        boolean otherRole =
                draft.role() != null && !draft.role().equals(account.role().wire());
        boolean changes = otherRole || account.version() != before.version();
        if (changes && before.role().above(me.role())) throw new Forbidden("This person's role is above yours.");
        if (otherRole) give(me, account, grants.grant(me, draft.role()));
        AccountDetails after = details(account);
        em.flush();
        audit.record(
                me, new AuditSubject(AuditKind.PERSON, account.publicId(), account.name()), json(before), json(after));
        return after;
    }

    private static void describe(Account account, AccountDraft draft) {
        String name = draft.name() == null ? account.name() : ShortText.of("A name", draft.name(), LONGEST);
        if (name == null) throw new Invalid("A name is missing.");
        String title = draft.title() == null ? account.title() : ShortText.of("A title", draft.title(), LONGEST);
        List<String> languages = draft.languages() == null ? account.spoken() : tags(draft.languages());
        boolean same = name.equals(account.name())
                && Objects.equals(title, account.title())
                && languages.equals(account.spoken());
        if (!same) account.describe(name, title, languages);
    }

    private void give(Caller.Staff me, Account account, Granted granted) {
        HeldRole former = account.role();
        HeldRole now = granted.held();
        if (former.is(Role.OWNER)) {
            // in the order of their keys, so that two who step down at once take turns
            List<Account> owners = em.createNamedQuery("Account.owners", Account.class)
                    .setParameter("companyId", me.companyId())
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList();
            if (owners.size() < 2)
                throw new Refused("A company keeps its last owner. Make somebody else an owner first.");
        }
        // a sign-in that begins at this moment is seen, or sees the new role
        if (former.above(now)) em.lock(account, LockModeType.PESSIMISTIC_WRITE);
        account.takeRole(granted);
        if (former.above(now)) signOut(account);
        else roleNews.fire(new RoleChanged(Set.of(account.id()), now));
    }

    /** Open sockets and pages know the former role. */
    private void signOut(Account account) {
        Instant now = clock.instant();
        List<SignIn> alive = em.createNamedQuery("SignIn.aliveOfAccount", SignIn.class)
                .setParameter("accountId", account.id())
                .getResultList();
        alive.forEach(s -> s.revoke(now));
        news.fire(new SignInEnded(account.id(), alive.stream().map(SignIn::id).collect(Collectors.toSet())));
    }

    private static List<String> tags(List<String> said) {
        if (said.size() > MOST_LANGUAGES) throw new Invalid("A person has at most " + MOST_LANGUAGES + " languages.");
        return said.stream().map(AccountSettings::tag).distinct().toList();
    }

    private static String tag(String said) {
        String tag = Locale.forLanguageTag(said.strip().replace('_', '-')).toLanguageTag();
        if (tag.equals("und") || tag.length() > LONGEST_TAG) {
            throw new Invalid("'" + said + "' is not a language tag like de or pt-BR.");
        }
        return tag;
    }

    private Account find(long companyId, String id) {
        if (!PublicIds.plausible(id)) throw unknown();
        return em.createNamedQuery("Account.byPublicId", Account.class)
                .setParameter("companyId", companyId)
                .setParameter("publicId", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(AccountSettings::unknown);
    }

    private static NotFound unknown() {
        return new NotFound("There is no such agent.");
    }

    static AccountDetails details(Account a) {
        return new AccountDetails(
                a.publicId(), a.name(), a.email(), a.title(), a.role(), a.spoken(), a.portrait(), a.version());
    }

    private static JsonObject json(AccountDetails a) {
        var languages = Json.createArrayBuilder();
        a.languages().forEach(languages::add);
        return Json.createObjectBuilder()
                .add("name", a.name())
                .add("title", a.title() == null ? "" : a.title())
                .add("role", a.role().said())
                .add("languages", languages)
                .build();
    }
}

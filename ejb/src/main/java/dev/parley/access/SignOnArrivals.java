package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.access.domain.Granted;
import dev.parley.access.domain.OneTimeLink.Purpose;
import dev.parley.access.domain.SignIn;
import dev.parley.access.domain.SignOnIdentity;
import dev.parley.access.domain.SignOnProvider;
import dev.parley.access.oidc.IdClaims;
import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.company.AccessSuspended;
import dev.parley.company.DepartmentView;
import dev.parley.company.Departments;
import dev.parley.company.Suspensions;
import dev.parley.shared.Caller;
import dev.parley.shared.Json;
import dev.parley.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whose account a provider's person has, in the caller's transaction: the one that is bound to the subject; the first time the one of the
 * same company with the verified e-mail address, which is bound from then on; or a new one, where the company wants that.
 */
@ApplicationScoped
class SignOnArrivals {
    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    Suspensions suspensions;

    private final SignOnRules rules;
    private final OneTimeLinks links;
    private final Departments departments;
    private final PersonTrail trail;
    private final AuditTrail audit;
    private final Clock clock;

    protected SignOnArrivals() {
        this(null, null, null, null, null, null);
    }

    @Inject
    SignOnArrivals(
            SignOnRules rules,
            OneTimeLinks links,
            Departments departments,
            PersonTrail trail,
            AuditTrail audit,
            Clock clock) {
        this.rules = rules;
        this.links = links;
        this.departments = departments;
        this.trail = trail;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins a page's sign-in.
     *
     * @param hash of a password that nobody knows, for those who {@link #comes come}; else null
     * @return nothing where nobody may come in
     * @throws AccessSuspended if the company was suspended meanwhile: nothing is bound and nobody made
     */
    public Optional<SignedIn> welcome(SignOnProvider provider, IdClaims who, String hash, ClientInfo client) {
        Optional<Account> bound = bound(provider, who);
        if (bound.isPresent()) return bound.filter(Account::active).map(a -> begin(provider, a, client, false));
        if (!mayBeBound(provider, who)) return Optional.empty();
        Optional<Account> known = known(who);
        if (known.isEmpty()) return newcomer(provider, who, hash, client);
        Account account = known.get();
        boolean theirs = account.companyId() == provider.companyId() && (account.active() || awaited(account));
        if (!theirs || boundOtherwise(provider, account)) return Optional.empty();
        boolean comes = account.invited();
        // was invited a moment ago
        if (comes && hash == null) return Optional.empty();
        if (comes) {
            account.join(who.name() == null ? account.name() : who.name(), hash);
            links.forget(account.id());
        }
        bind(provider, account, who);
        SignedIn signedIn = begin(provider, account, client, true);
        if (comes) trail.joined(signedIn.caller(), account);
        return Optional.of(signedIn);
    }

    /** Whether this would be the person's first sign-in at all: there is no account yet, or one that waits for its person. */
    public boolean comes(SignOnProvider provider, IdClaims who) {
        return bound(provider, who).isEmpty()
                && mayBeBound(provider, who)
                && known(who).map(this::awaited).orElse(true);
    }

    /** Whether it waits for its person, and the invitation's time is not over. */
    private boolean awaited(Account account) {
        Instant since = account.invitedAt();
        return since != null && clock.instant().isBefore(since.plus(Purpose.INVITATION.life()));
    }

    private Optional<Account> known(IdClaims who) {
        return em.createNamedQuery("Account.byEmail", Account.class)
                .setParameter("email", who.email())
                .getResultStream()
                .findFirst();
    }

    /** Whether the provider says enough of somebody who was not here before. */
    public boolean mayBeBound(SignOnProvider provider, IdClaims who) {
        return who.email() != null && who.verified() && listed(provider, who.email());
    }

    /** Whether the address is of one of the company's domains. */
    public boolean listed(SignOnProvider provider, String email) {
        Optional<String> domain = SignOnRules.domain(email);
        return rules.domains(provider.companyId()).stream()
                .anyMatch(each -> domain.filter(each.domain()::equals).isPresent());
    }

    private Optional<Account> bound(SignOnProvider provider, IdClaims who) {
        return em.createNamedQuery("SignOnIdentity.account", Account.class)
                .setParameter("companyId", provider.companyId())
                .setParameter("issuer", provider.issuer())
                .setParameter("subject", who.subject())
                .getResultStream()
                .findFirst();
    }

    /** An address that has become somebody else's opens no account of before. */
    private boolean boundOtherwise(SignOnProvider provider, Account account) {
        return em.createNamedQuery("SignOnIdentity.countOfAccount", Long.class)
                        .setParameter("accountId", account.id())
                        .setParameter("issuer", provider.issuer())
                        .getSingleResult()
                > 0;
    }

    private Optional<SignedIn> newcomer(SignOnProvider provider, IdClaims who, String hash, ClientInfo client) {
        if (provider.newcomers() != Newcomers.AGENT || hash == null) return Optional.empty();
        Instant now = clock.instant();
        String name = who.name() != null
                ? who.name()
                : who.email().substring(0, Math.min(120, who.email().indexOf('@')));
        Granted agent = new Granted(Role.AGENT, null);
        Account account = Account.invite(provider.companyId(), who.email(), name, agent, hash, now);
        account.join(name, hash);
        em.persist(account);
        em.flush();
        List<DepartmentView> all = departments.of(provider.companyId());
        if (!all.isEmpty()) departments.admit(provider.companyId(), all.get(0).id(), account.id());
        bind(provider, account, who);
        SignedIn signedIn = begin(provider, account, client, true);
        audit.record(
                signedIn.caller(),
                new AuditSubject(AuditKind.PERSON, account.publicId(), account.name()),
                null,
                Json.createObjectBuilder()
                        .add("name", account.name())
                        .add("email", account.email())
                        .add("role", account.role().said())
                        .build());
        return Optional.of(signedIn);
    }

    private void bind(SignOnProvider provider, Account account, IdClaims who) {
        em.persist(SignOnIdentity.bind(account, provider.issuer(), who.subject(), clock.instant()));
        em.flush();
    }

    private SignedIn begin(SignOnProvider provider, Account account, ClientInfo client, boolean first) {
        suspensions.refuse(account.companyId());
        String token = SignIns.newToken(SignInKind.PAGE);
        SignIn signIn = SignIn.begin(account, SignInKind.PAGE, token, client, clock.instant());
        em.persist(signIn);
        em.flush();
        Caller.Staff me = account.as(signIn).from(client.address());
        audit.record(
                me,
                new AuditSubject(AuditKind.SINGLE_SIGN_ON, account.publicId(), account.name()),
                null,
                Json.createObjectBuilder()
                        .add("signedInBy", provider.issuer())
                        .add("firstTime", first)
                        .build());
        return new SignedIn(me, token, SignInKind.PAGE, signIn.expiresAt(), Accounts.view(em, account));
    }
}

package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.access.domain.ApiToken;
import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.company.AccessSuspended;
import dev.parley.company.Suspensions;
import dev.parley.shared.Caller;
import dev.parley.shared.Digests;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import dev.parley.shared.NotFound;
import dev.parley.shared.Permission;
import dev.parley.shared.PublicIds;
import dev.parley.shared.Refused;
import dev.parley.shared.RowLock;
import dev.parley.shared.ShortText;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * With what a company's programs ask: made, listed and revoked by administrators. A token acts as whoever made it, with the role that
 * account has at that moment; which routes its scopes open is the REST API's to check. Nothing is cached: each use asks the database, so
 * a token that was revoked opens nothing any more on any node.
 */
@Stateless
@PermitAll
public class ApiTokens {
    /** So many a company has at most, expired ones included. */
    public static final int MOST = 50;

    /** How every token begins. */
    public static final String BEGINNING = "pt_";

    private static final int LONGEST_NAME = 60;
    private static final Duration SHORTEST_LIFE = Duration.ofMinutes(1);
    private static final Duration LONGEST_LIFE = Duration.ofDays(366);
    private static final int LONGEST_TOKEN = 100;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    AuditTrail audit;

    @Inject
    Suspensions suspensions;

    @Inject
    Clock clock;

    /** All of the caller's company, newest first. @throws Forbidden if the caller does not administer it */
    public List<ApiTokenView> all(Caller caller) {
        Caller.Staff me = administrator(caller);
        Instant now = clock.instant();
        return em.createNamedQuery("ApiToken.ofCompany", Object[].class)
                .setParameter("companyId", me.companyId())
                .getResultStream()
                .map(row -> view((ApiToken) row[0], (Account) row[1], now))
                .toList();
    }

    /**
     * Makes one. What it is, is answered here and never again.
     *
     * @throws Forbidden if the caller does not manage tokens, or is a token itself
     * @throws Invalid if name, scopes or life do not fit
     * @throws Refused if there are {@link #MOST}, or one has that name
     */
    public NewApiToken create(Caller caller, ApiTokenDraft draft) {
        Caller.Staff me = administrator(caller);
        String name = ShortText.of("A name", draft.name(), LONGEST_NAME);
        if (name == null) throw new Invalid("The name is missing.");
        Set<Scope> scopes = Scope.set(draft.scopes());
        Duration life = draft.life();
        if (life == null || life.compareTo(SHORTEST_LIFE) < 0 || life.compareTo(LONGEST_LIFE) > 0)
            throw new Invalid("A token lives from a minute to " + LONGEST_LIFE.toDays() + " days.");
        lock(me.companyId());
        List<ApiTokenView> there = all(me);
        if (there.size() >= MOST) throw new Refused("There are at most " + MOST + " tokens. Revoke one first.");
        if (there.stream().anyMatch(each -> each.name().equals(name)))
            throw new Refused("There is a token '" + name + "' already.");
        String token = BEGINNING + PublicIds.token();
        Instant now = clock.instant();
        ApiToken made = ApiToken.make(me.companyId(), me.accountId(), name, scopes, token, now, now.plus(life));
        em.persist(made);
        em.flush();
        audit.record(me, subject(made), null, json(made));
        return new NewApiToken(view(made, em.find(Account.class, me.accountId()), now), token);
    }

    /** It opens nothing any more, from now on and everywhere. @throws NotFound if the company has none with this public id */
    public void revoke(Caller caller, String id) {
        Caller.Staff me = administrator(caller);
        if (!PublicIds.plausible(id)) throw unknown();
        lock(me.companyId());
        ApiToken found = em.createNamedQuery("ApiToken.byPublicId", ApiToken.class)
                .setParameter("companyId", me.companyId())
                .setParameter("publicId", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(ApiTokens::unknown);
        audit.record(me, subject(found), json(found), null);
        em.remove(found);
    }

    /**
     * As whom a program asks; nothing if the token is none, was revoked, is over, or its maker was deactivated.
     *
     * @throws AccessSuspended if the company is suspended
     */
    public Optional<TokenCaller> authenticate(String token) {
        if (token == null || !token.startsWith(BEGINNING) || token.length() > LONGEST_TOKEN) return Optional.empty();
        Instant now = clock.instant();
        List<Object[]> rows = em.createNamedQuery("ApiToken.byHash", Object[].class)
                .setParameter("hash", Digests.sha256(token))
                .getResultList();
        if (rows.isEmpty()) return Optional.empty();
        ApiToken found = (ApiToken) rows.get(0)[0];
        Account maker = (Account) rows.get(0)[1];
        if (state(found, maker, now) != ApiTokenView.State.ACTIVE) return Optional.empty();
        suspensions.refuse(maker.companyId());
        found.used(now);
        return Optional.of(new TokenCaller(maker.by(found), found.publicId(), found.scopes()));
    }

    /** A person: what makes tokens must not be one, or a stolen one would outlive its end. */
    private static Caller.Staff administrator(Caller caller) {
        Caller.Staff me = caller.require(Permission.MANAGE_TOKENS);
        if (me.via() != null) throw new Forbidden("Tokens are for people to make and revoke.");
        return me;
    }

    /** Whoever makes one at the same time waits: the number and the names are looked at before. */
    private void lock(long company) {
        RowLock.COMPANY.take(em, company);
    }

    private static ApiTokenView view(ApiToken t, Account maker, Instant now) {
        return new ApiTokenView(
                t.publicId(),
                t.name(),
                t.prefix(),
                t.scopes(),
                t.createdAt(),
                t.expiresAt(),
                t.usedAt(),
                maker.name(),
                state(t, maker, now));
    }

    private static ApiTokenView.State state(ApiToken t, Account maker, Instant now) {
        if (!t.alive(now)) return ApiTokenView.State.EXPIRED;
        return maker.active() ? ApiTokenView.State.ACTIVE : ApiTokenView.State.ORPHANED;
    }

    private static AuditSubject subject(ApiToken t) {
        return new AuditSubject(AuditKind.TOKEN, t.publicId(), t.name());
    }

    /** Neither the token nor its hash. */
    private static JsonObject json(ApiToken t) {
        var scopes = Json.createArrayBuilder();
        t.scopes().forEach(scope -> scopes.add(scope.wire()));
        return Json.createObjectBuilder()
                .add("name", t.name())
                .add("prefix", t.prefix())
                .add("scopes", scopes)
                .add("endsAt", t.expiresAt().toString())
                .build();
    }

    private static NotFound unknown() {
        return new NotFound("There is no such token.");
    }
}

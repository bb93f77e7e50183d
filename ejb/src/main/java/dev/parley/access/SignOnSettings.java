package dev.parley.access;

import dev.parley.access.domain.SignIn;
import dev.parley.access.domain.SignOnDomain;
import dev.parley.access.domain.SignOnProvider;
import dev.parley.access.oidc.Providers;
import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.company.Companies;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import dev.parley.shared.Outdated;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Permission;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Refused;
import dev.parley.shared.RowLock;
import dev.parley.shared.ShortText;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which OpenID provider signs in a company's people. For owners alone: whoever names the provider can be anybody of the company, the owner
 * too. That is why every change wants the password again, as the second factor's do. Not for programs.
 */
@Stateless
@PermitAll
public class SignOnSettings {
    /** So many domains a company has at most. */
    public static final int MOST_DOMAINS = 20;

    private static final int LONGEST_CLIENT = 200;
    /** In bytes: sealed they are 704 characters, and the column has 1,200. */
    private static final int LONGEST_SECRET = 500;

    /** So long ago somebody may have come who knows no password. */
    private static final Duration JUST_NOW = Duration.ofMinutes(5);

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    SignOnRules rules;

    @Inject
    Providers providers;

    @Inject
    Companies companies;

    @Inject
    AuditTrail audit;

    @Inject
    Reauthentication again;

    @Inject
    OwnTransaction own;

    @Inject
    Clock clock;

    /** What stands there. @throws Forbidden if the caller does not own the company */
    public SignOnView get(Caller caller) {
        Caller.Staff me = owner(caller);
        return view(rules.of(me.companyId()).orElseGet(() -> SignOnProvider.begin(me.companyId())));
    }

    /**
     * From now on this provider. Those whom another one has let in before stay signed in.
     *
     * @throws Forbidden if the caller does not own the company
     * @throws Invalid if issuer, client id, secret or domains do not fit
     * @throws SecretUnclear if another issuer is named, a secret is kept, and neither another one nor that there is none is said
     * @throws WrongPassword if that is not the caller's password
     * @throws PasswordWanted if there is none, and the caller has not come by single sign-on within the last five minutes
     * @throws RateLimited if there were too many wrong passwords
     * @throws Refused if a domain leads to another company already, or people of another company have addresses of it
     * @throws Outdated if somebody else changed it since that version was read
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public SignOnView change(Caller caller, SignOnDraft draft) {
        Caller.Staff me = owner(caller);
        String issuer = draft.issuer() == null ? "" : draft.issuer().strip();
        if (!providers.plausible(issuer)) throw new Invalid("The issuer must be an https address.");
        String client = required("The client id", draft.clientId(), LONGEST_CLIENT);
        String secret = secret(draft.secret());
        if (draft.newcomers() == null) throw new Invalid("What becomes of newcomers is missing.");
        Set<String> domains = domains(draft.domains());
        prove(me, draft.password());
        return own.call(() -> write(me, draft, issuer, client, secret, domains));
    }

    private void prove(Caller.Staff me, String password) {
        if (password != null && !password.isEmpty()) again.check(me, password);
        else if (!own.call(() -> hasJustCome(me))) throw new PasswordWanted();
    }

    /** Whoever the provider lets in may know no password here. */
    private boolean hasJustCome(Caller.Staff me) {
        SignIn asking = em.find(SignIn.class, me.signIn());
        SignIn page = asking == null ? null : em.find(SignIn.class, asking.root());
        return page != null
                && clock.instant().isBefore(page.createdAt().plus(JUST_NOW))
                && em.createNamedQuery("SignOnIdentity.countOfAnyIssuer", Long.class)
                                .setParameter("accountId", me.accountId())
                                .getSingleResult()
                        > 0;
    }

    private SignOnView write(
            Caller.Staff me, SignOnDraft draft, String issuer, String client, String secret, Set<String> domains) {
        RowLock.COMPANY.take(em, me.companyId());
        SignOnProvider provider = rules.of(me.companyId()).orElse(null);
        JsonObject before = provider == null ? null : json(provider);
        if (draft.version() != null) Outdated.check(draft.version(), provider == null ? 0 : provider.version());
        if (provider == null) {
            provider = SignOnProvider.begin(me.companyId());
            em.persist(provider);
            em.flush();
        }
        String sealed = sealed(provider, issuer, secret, draft.secretless());
        boolean other = secret != null || provider.sealedSecret() != null && sealed == null;
        provider.name(issuer, client, sealed);
        provider.rule(draft.on(), draft.passwords(), draft.newcomers());
        lead(me.companyId(), domains);
        JsonObject after = json(provider);
        if (other || !after.equals(before)) provider.changed();
        em.flush();
        record(me, before, after, other, sealed != null);
        return view(provider);
    }

    /** A secret is for whom it was given: another provider does not get to see it, and it does not go unseen. */
    private String sealed(SignOnProvider provider, String issuer, String secret, boolean secretless) {
        boolean moved = provider.sealedSecret() != null && !provider.issuer().equals(issuer);
        if (secret == null ? moved && !secretless : secretless) throw new SecretUnclear();
        if (secret != null) return rules.seal(provider.companyId(), secret);
        return secretless ? null : provider.sealedSecret();
    }

    private void lead(long company, Set<String> wanted) {
        for (SignOnDomain there : rules.domains(company)) if (!wanted.contains(there.domain())) em.remove(there);
        em.flush();
        for (String domain : wanted) {
            SignOnDomain there = em.find(SignOnDomain.class, domain);
            if (there != null && there.companyId() != company)
                throw new Refused("The domain '" + domain + "' leads to another provider already.");
            if (there == null && rules.isOfOthers(domain, company))
                throw new Refused("People of another company have addresses of '" + domain + "'.");
            if (there == null) em.persist(SignOnDomain.of(domain, company));
        }
        em.flush();
    }

    private void record(Caller.Staff me, JsonObject before, JsonObject after, boolean other, boolean secret) {
        var company = companies.get(me.companyId());
        var subject = new AuditSubject(AuditKind.SINGLE_SIGN_ON, company.publicId(), company.name());
        audit.record(me, subject, before, after);
        // that there is another one, or none any more; never what it is
        if (other && before != null) {
            audit.record(
                    me,
                    subject,
                    null,
                    Json.createObjectBuilder().add("newSecret", secret).build());
        }
    }

    private SignOnView view(SignOnProvider p) {
        return new SignOnView(
                p.issuer(),
                p.clientId(),
                p.sealedSecret() != null,
                names(p),
                p.switchedOn(),
                p.passwords(),
                p.newcomers(),
                SignOns.back(companies.get(p.companyId()).publicId()),
                p.version());
    }

    private List<String> names(SignOnProvider p) {
        return rules.domains(p.companyId()).stream().map(SignOnDomain::domain).toList();
    }

    private JsonObject json(SignOnProvider p) {
        var domains = Json.createArrayBuilder();
        names(p).forEach(domains::add);
        return Json.createObjectBuilder()
                .add("issuer", p.issuer())
                .add("clientId", p.clientId())
                .add("domains", domains)
                .add("switchedOn", p.switchedOn())
                .add("passwords", p.passwords())
                .add("newcomers", p.newcomers().wire())
                .build();
    }

    private static Set<String> domains(List<String> said) {
        Set<String> domains = new TreeSet<>();
        for (String each : said) {
            domains.add(SignOnRules.plain(each).orElseThrow(() -> new Invalid("'" + each + "' is not a domain.")));
        }
        if (domains.isEmpty()) throw new Invalid("Name at least one domain.");
        if (domains.size() > MOST_DOMAINS) throw new Invalid("At most " + MOST_DOMAINS + " domains.");
        return domains;
    }

    private static String secret(String said) {
        String secret = ShortText.of("The client secret", said, LONGEST_SECRET);
        if (secret != null && secret.getBytes(StandardCharsets.UTF_8).length > LONGEST_SECRET)
            throw new Invalid("The client secret has at most " + LONGEST_SECRET + " bytes.");
        return secret;
    }

    private static String required(String what, String said, int most) {
        String text = ShortText.of(what, said, most);
        if (text == null) throw new Invalid(what + " is missing.");
        return text;
    }

    private static Caller.Staff owner(Caller caller) {
        Caller.Staff me = caller.require(Permission.OWN_COMPANY);
        if (me.via() != null) throw new Forbidden("Single sign-on is for people to set up.");
        return me;
    }
}

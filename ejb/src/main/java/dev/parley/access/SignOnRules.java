package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.access.domain.SignOnDomain;
import dev.parley.access.domain.SignOnProvider;
import dev.parley.access.oidc.OidcClient;
import dev.parley.access.oidc.Untrusted;
import dev.parley.shared.Role;
import dev.parley.shared.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What companies have said of their providers, in the caller's transaction. */
@ApplicationScoped
class SignOnRules {
    private static final String PURPOSE = "secret of a company at its OpenID provider";

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    private final Secrets secrets;

    protected SignOnRules() {
        this(null);
    }

    @Inject
    SignOnRules(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Whether any company signs in that way. */
    public boolean offered() {
        return !em.createNamedQuery("SignOnProvider.switchedOn", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * To which provider, switched on, an e-mail address is led: to none while people of another company have addresses of its domain, also
     * where they came after the domain was named.
     */
    public Optional<SignOnProvider> leads(String email) {
        return domain(email)
                .flatMap(domain -> em.createNamedQuery("SignOnProvider.ofDomain", SignOnProvider.class)
                        .setParameter("domain", domain)
                        .getResultStream()
                        .findFirst()
                        .filter(provider -> !isOfOthers(domain, provider.companyId())));
    }

    /** The company's own. */
    public Optional<SignOnProvider> of(long company) {
        return Optional.ofNullable(em.find(SignOnProvider.class, company));
    }

    /** The company's domains, by name. */
    public List<SignOnDomain> domains(long company) {
        return em.createNamedQuery("SignOnDomain.ofCompany", SignOnDomain.class)
                .setParameter("companyId", company)
                .getResultList();
    }

    /** Whether people of other companies have addresses of the domain: they must not be led to this company's provider. */
    public boolean isOfOthers(String domain, long company) {
        // neither pattern holds a character that would mean another one: see plain
        return em.createNamedQuery("Account.countOfDomainElsewhere", Long.class)
                        .setParameter("companyId", company)
                        .setParameter("ascii", "%@" + domain)
                        .setParameter("shown", "%@" + IDN.toUnicode(domain))
                        .getSingleResult()
                > 0;
    }

    /** Whether a password does not let this person in. An owner's always does: somebody must be able to set right what is wrong. */
    public boolean refusesPassword(Account account) {
        if (account.role().is(Role.OWNER)) return false;
        return leads(account.email())
                .filter(provider -> provider.companyId() == account.companyId() && !provider.passwords())
                .isPresent();
    }

    /** As whom we ask it. @throws Untrusted if the secret was sealed with another PARLEY_SECRET */
    public OidcClient client(SignOnProvider provider) throws Untrusted {
        String sealed = provider.sealedSecret();
        try {
            String secret = sealed == null ? null : secrets.open(purpose(provider.companyId()), sealed);
            return new OidcClient(provider.companyId(), provider.issuer(), provider.clientId(), secret);
        } catch (IllegalStateException e) {
            throw new Untrusted("the client's secret was sealed with another PARLEY_SECRET: enter it again", e);
        }
    }

    /** A secret as it is kept. */
    public String seal(long company, String secret) {
        return secrets.seal(purpose(company), secret);
    }

    private static String purpose(long company) {
        return PURPOSE + " " + company;
    }

    /** What stands behind the @ of an address, as domains are kept; nothing where there is none. */
    static Optional<String> domain(String email) {
        return email == null ? Optional.empty() : plain(email.substring(email.lastIndexOf('@') + 1));
    }

    /** A domain in lower case and ASCII; nothing if it is none, or IDNA of 2003 makes another one of it, as strasse of straße. */
    static Optional<String> plain(String said) {
        String wanted = said.strip().toLowerCase(Locale.ROOT);
        try {
            String ascii = IDN.toASCII(wanted, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            boolean fits = ascii.length() <= 253 && ascii.matches("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})+");
            boolean same = ascii.equals(wanted) || IDN.toUnicode(ascii).equals(wanted);
            return fits && same ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

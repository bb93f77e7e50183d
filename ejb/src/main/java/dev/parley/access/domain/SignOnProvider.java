package dev.parley.access.domain;

import dev.parley.access.Newcomers;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** The OpenID provider that signs in a company's people. Its secret is kept sealed. */
@Entity
@Table(name = "sign_on_provider")
@NamedQuery(
        name = "SignOnProvider.switchedOn",
        query = "select p.companyId from SignOnProvider p where p.switchedOn = true")
@NamedQuery(
        name = "SignOnProvider.ofDomain",
        query = "select p from SignOnProvider p, SignOnDomain d where d.companyId = p.companyId and d.domain = :domain"
                + " and p.switchedOn = true")
public class SignOnProvider {
    @Id
    @Column(name = "company_id")
    private long companyId;

    private String issuer;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "sealed_secret")
    private String sealedSecret;

    @Column(name = "switched_on")
    private boolean switchedOn;

    private boolean passwords;

    private String newcomers;

    /** Grows with every change; not JPA's own, which would grow unseen. */
    private long version;

    protected SignOnProvider() {}

    /** One about which nothing is said yet, switched off. */
    public static SignOnProvider begin(long companyId) {
        SignOnProvider provider = new SignOnProvider();
        provider.companyId = companyId;
        provider.issuer = "";
        provider.clientId = "";
        provider.passwords = true;
        provider.newcomers = Newcomers.NOBODY.wire();
        return provider;
    }

    /** Where it is, and as whom we ask it. @param sealed the secret, or null for none */
    public void name(String itsIssuer, String ourId, String sealed) {
        issuer = itsIssuer;
        clientId = ourId;
        sealedSecret = sealed;
    }

    /** What it decides. */
    public void rule(boolean on, boolean passwordsToo, Newcomers others) {
        switchedOn = on;
        passwords = passwordsToo;
        newcomers = others.wire();
    }

    /** Somebody changed something. */
    public void changed() {
        version++;
    }

    public long companyId() {
        return companyId;
    }

    public String issuer() {
        return issuer;
    }

    public String clientId() {
        return clientId;
    }

    /** Null where there is none. */
    public String sealedSecret() {
        return sealedSecret;
    }

    public boolean switchedOn() {
        return switchedOn;
    }

    /** Whether people of its domains may sign in by password, too. */
    public boolean passwords() {
        return passwords;
    }

    public Newcomers newcomers() {
        return Newcomers.of(newcomers);
    }

    public long version() {
        return version;
    }
}

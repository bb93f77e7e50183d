package dev.parley.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * Whom a company's provider means by a subject. Made once and never changed: an address may become somebody else's, a subject does not.
 * Forgotten when the account is deactivated.
 */
@Entity
@Table(name = "sign_on_identity")
@NamedQuery(
        name = "SignOnIdentity.account",
        query =
                "select a from SignOnIdentity i join Account a on a.id = i.accountId"
                        + " where i.companyId = :companyId and a.companyId = :companyId and i.issuer = :issuer and i.subject = :subject")
@NamedQuery(
        name = "SignOnIdentity.countOfAccount",
        query = "select count(i) from SignOnIdentity i where i.accountId = :accountId and i.issuer = :issuer")
@NamedQuery(
        name = "SignOnIdentity.countOfAnyIssuer",
        query = "select count(i) from SignOnIdentity i where i.accountId = :accountId")
@NamedQuery(name = "SignOnIdentity.forget", query = "delete from SignOnIdentity i where i.accountId = :accountId")
public class SignOnIdentity {
    @Id
    @SequenceGenerator(name = "sign_on_identity_seq", sequenceName = "sign_on_identity_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sign_on_identity_seq")
    private Long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "account_id")
    private long accountId;

    private String issuer;
    private String subject;

    @Column(name = "created_at")
    private Instant createdAt;

    protected SignOnIdentity() {}

    public static SignOnIdentity bind(Account account, String issuer, String subject, Instant at) {
        SignOnIdentity identity = new SignOnIdentity();
        identity.companyId = account.companyId();
        identity.accountId = account.id();
        identity.issuer = issuer;
        identity.subject = subject;
        identity.createdAt = at;
        return identity;
    }
}

package dev.parley.access.domain;

import dev.parley.access.Scope;
import dev.parley.shared.Digests;
import dev.parley.shared.PublicIds;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a program of a company's shows at the REST API. Made by an administrator for some scopes and some time; it opens nothing any more
 * when its time is over, when its maker is deactivated, or once it is revoked: then its row is gone. Only the SHA-256 is kept.
 */
@Entity
@Table(name = "api_token")
@NamedQuery(
        name = "ApiToken.byHash",
        query = "select t, a from ApiToken t join Account a on a.id = t.accountId where t.tokenHash = :hash")
@NamedQuery(
        name = "ApiToken.ofCompany",
        query = "select t, a from ApiToken t join Account a on a.id = t.accountId where t.companyId = :companyId"
                + " order by t.id desc")
@NamedQuery(
        name = "ApiToken.byPublicId",
        query = "select t from ApiToken t where t.companyId = :companyId and t.publicId = :publicId")
public class ApiToken {
    /** Being used is written down at most this often. */
    private static final Duration USED_EVERY = Duration.ofMinutes(1);

    private static final int PREFIX = 9;

    @Id
    @SequenceGenerator(name = "api_token_seq", sequenceName = "api_token_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "api_token_seq")
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "account_id")
    private long accountId;

    private String name;
    private String prefix;

    @Column(name = "token_hash")
    private String tokenHash;

    private String scopes;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    protected ApiToken() {}

    public static ApiToken make(
            long companyId,
            long accountId,
            String name,
            Set<Scope> scopes,
            String token,
            Instant at,
            Instant expiresAt) {
        ApiToken made = new ApiToken();
        made.publicId = PublicIds.next();
        made.companyId = companyId;
        made.accountId = accountId;
        made.name = name;
        made.prefix = token.substring(0, PREFIX);
        made.tokenHash = Digests.sha256(token);
        made.scopes = scopes.stream().map(Scope::wire).collect(Collectors.joining(" "));
        made.createdAt = at;
        made.expiresAt = expiresAt;
        return made;
    }

    /** Whether its time is not over. */
    public boolean alive(Instant at) {
        return at.isBefore(expiresAt);
    }

    /** Used just now. */
    public void used(Instant at) {
        if (usedAt == null || at.isAfter(usedAt.plus(USED_EVERY))) usedAt = at;
    }

    public String publicId() {
        return publicId;
    }

    public String name() {
        return name;
    }

    public String prefix() {
        return prefix;
    }

    public Set<Scope> scopes() {
        return Scope.set(Arrays.stream(scopes.split(" ")).map(Scope::of).toList());
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** Null if it never was. */
    public Instant usedAt() {
        return usedAt;
    }
}

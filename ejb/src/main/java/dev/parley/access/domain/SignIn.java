package dev.parley.access.domain;

import dev.parley.access.ClientInfo;
import dev.parley.access.SignInKind;
import dev.parley.shared.Digests;
import dev.parley.shared.PublicIds;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * One time somebody signed in. Only the SHA-256 of its token is kept. It ends when it is revoked, when its time is over, when it was not
 * used for long, or, if it lives under another, when that one ends.
 */
@Entity
@Table(name = "sign_in")
@NamedQuery(
        name = "SignIn.byToken",
        query =
                "select s, a, p from SignIn s join Account a on a.id = s.accountId left join SignIn p on p.id = s.parentId"
                        + " where s.tokenHash = :tokenHash")
@NamedQuery(
        name = "SignIn.family",
        query =
                "select s from SignIn s where s.accountId = :accountId and s.revokedAt is null and (s.id = :root or s.parentId = :root)")
@NamedQuery(
        name = "SignIn.standing",
        query =
                "select s.id, a from SignIn s join Account a on a.id = s.accountId left join SignIn p on p.id = s.parentId"
                        + " where s.id in :ids and s.revokedAt is null and p.revokedAt is null and a.active = true")
@NamedQuery(
        name = "SignIn.others",
        query = "select s from SignIn s where s.accountId = :accountId and s.revokedAt is null and s.expiresAt > :now"
                + " and s.id <> :root and (s.parentId is null or s.parentId <> :root)")
@NamedQuery(
        name = "SignIn.aliveOfAccount",
        query = "select s from SignIn s where s.accountId = :accountId and s.revokedAt is null")
@NamedQuery(
        name = "SignIn.ofAccount",
        query =
                "select s from SignIn s where s.companyId = :companyId and s.accountId = :accountId and s.parentId is null"
                        + " and s.revokedAt is null and s.expiresAt > :now and s.id < :before order by s.id desc")
@NamedQuery(
        name = "SignIn.keyOfAny",
        query =
                "select s.id from SignIn s where s.companyId = :companyId and s.accountId = :accountId and s.publicId = :publicId"
                        + " and s.parentId is null")
@NamedQuery(
        name = "SignIn.byPublicId",
        query =
                "select s from SignIn s where s.companyId = :companyId and s.accountId = :accountId and s.publicId = :publicId"
                        + " and s.parentId is null and s.revokedAt is null")
public class SignIn {
    /** Being used is written down at most this often. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    @Id
    @SequenceGenerator(name = "sign_in_seq", sequenceName = "sign_in_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sign_in_seq")
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "parent_id")
    private Long parentId;

    @Convert(converter = SignInKindConverter.class)
    private SignInKind kind;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    private String address;

    @Column(name = "user_agent")
    private String userAgent;

    protected SignIn() {}

    /** Begins a sign-in of its own. */
    public static SignIn begin(Account account, SignInKind kind, String token, ClientInfo client, Instant at) {
        SignIn signIn = new SignIn();
        signIn.publicId = PublicIds.next();
        signIn.companyId = account.companyId();
        signIn.accountId = account.id();
        signIn.kind = kind;
        signIn.tokenHash = Digests.sha256(token);
        signIn.createdAt = at;
        signIn.seenAt = at;
        signIn.expiresAt = at.plus(kind.life());
        signIn.address = client.address();
        signIn.userAgent = client.userAgent();
        return signIn;
    }

    /** Begins the bearer of a page's script: it never outlives the page's sign-in. */
    public SignIn child(Account account, String token, ClientInfo client, Instant at) {
        SignIn child = begin(account, SignInKind.SOCKET, token, client, at);
        child.parentId = id;
        if (child.expiresAt.isAfter(expiresAt)) child.expiresAt = expiresAt;
        return child;
    }

    /** Whether its token opens doors at that moment; the parent, if there is one, is asked too. */
    public boolean alive(Instant at) {
        return revokedAt == null && at.isBefore(expiresAt) && at.isBefore(seenAt.plus(kind.idle()));
    }

    /** Used just now. */
    public void seen(Instant at) {
        if (at.isAfter(seenAt.plus(SEEN_EVERY))) seenAt = at;
    }

    public void revoke(Instant at) {
        if (revokedAt == null) revokedAt = at;
    }

    /** The sign-in that is listed and revoked: itself, or the page's it lives under. */
    public long root() {
        return parentId == null ? id : parentId;
    }

    public Long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public SignInKind kind() {
        return kind;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant seenAt() {
        return seenAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** From where, or null if it was not known. */
    public String address() {
        return address;
    }

    /** With which program, or null if it did not say. */
    public String userAgent() {
        return userAgent;
    }
}

package dev.parley.access.domain;

import dev.parley.shared.Digests;
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
import java.util.Locale;

/**
 * Proves that whoever holds it reads an account's mail. Issued, mailed, used once; void when its time is over, or when another one is
 * issued for the account. Only the SHA-256 of its token is kept.
 */
@Entity
@Table(name = "one_time_link")
@NamedQuery(
        name = "OneTimeLink.unused",
        query = "select l from OneTimeLink l where l.tokenHash = :hash and l.purpose = :purpose and l.usedAt is null")
@NamedQuery(
        name = "OneTimeLink.forget",
        query = "delete from OneTimeLink l where l.accountId = :accountId and l.usedAt is null")
public class OneTimeLink {
    /** What it opens. */
    public enum Purpose {
        /** Another password: 30 minutes. */
        RESET(Duration.ofMinutes(30)),
        /** An account's first sign-in: 7 days. */
        INVITATION(Duration.ofDays(7));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        /** How long a link is good. */
        public Duration life() {
            return life;
        }

        /** As it stands in the database. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @SequenceGenerator(name = "one_time_link_seq", sequenceName = "one_time_link_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "one_time_link_seq")
    private Long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "account_id")
    private long accountId;

    private String purpose;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    protected OneTimeLink() {}

    public static OneTimeLink issue(Account account, Purpose purpose, String token, Instant at) {
        OneTimeLink link = new OneTimeLink();
        link.companyId = account.companyId();
        link.accountId = account.id();
        link.purpose = purpose.wire();
        link.tokenHash = Digests.sha256(token);
        link.createdAt = at;
        link.expiresAt = at.plus(purpose.life);
        return link;
    }

    /** Whether its time is not over. */
    public boolean alive(Instant at) {
        return at.isBefore(expiresAt);
    }

    /** It opens nothing any more. */
    public void use(Instant at) {
        usedAt = at;
    }

    /** Whether it has opened nothing yet. */
    public boolean unused() {
        return usedAt == null;
    }

    public long accountId() {
        return accountId;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}

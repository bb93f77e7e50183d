package dev.parley.setup.domain;

import dev.parley.shared.InstantConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * The one row in which the installation keeps its set-up code, as a hash. Whoever makes the first owner holds its lock, so that of several
 * at once one wins.
 */
@Entity
@Table(name = "set_up")
public class SetUpCode {
    /** The key of the one row, which the migration has made. */
    public static final int ONLY = 1;

    /** How long a code is good. */
    public static final Duration LIFE = Duration.ofMinutes(30);

    @Id
    private int id;

    private String salt;

    @Column(name = "code_hash")
    private String codeHash;

    @Column(name = "issued_at")
    @Convert(converter = InstantConverter.class)
    private Instant issuedAt;

    @Column(name = "expires_at")
    @Convert(converter = InstantConverter.class)
    private Instant expiresAt;

    protected SetUpCode() {}

    /** Another code is good from now on, and none before it. @param hash the SHA-256 of the code that the salt makes */
    public void issue(String newSalt, String hash, Instant at) {
        salt = newSalt;
        codeHash = hash;
        issuedAt = at;
        expiresAt = at.plus(LIFE);
    }

    /** No code is good any more: there is an owner. */
    public void use() {
        salt = null;
        codeHash = null;
        issuedAt = null;
        expiresAt = null;
    }

    /** Whether there is a code whose time is not over. */
    public boolean alive(Instant at) {
        return codeHash != null && at.isBefore(expiresAt);
    }

    /** From what the code was made, with the installation's secret; null where there is none. */
    public String salt() {
        return salt;
    }

    /** The code's SHA-256; null where there is none. */
    public String codeHash() {
        return codeHash;
    }

    /** Until when it is good; null where there is none. */
    public Instant expiresAt() {
        return expiresAt;
    }
}

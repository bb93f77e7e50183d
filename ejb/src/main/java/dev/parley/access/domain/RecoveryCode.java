package dev.parley.access.domain;

import dev.parley.access.totp.Base32;
import dev.parley.shared.Digests;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;

/**
 * Takes the place of a second factor's code once, for whoever has lost the app. Only its SHA-256 is kept: 80 random bits are not guessed,
 * from the table neither.
 */
@Entity
@Table(name = "recovery_code")
@NamedQuery(
        name = "RecoveryCode.unused",
        query =
                "select c from RecoveryCode c where c.accountId = :accountId and c.codeHash = :hash and c.usedAt is null")
@NamedQuery(
        name = "RecoveryCode.left",
        query = "select count(c) from RecoveryCode c where c.accountId = :accountId and c.usedAt is null")
@NamedQuery(name = "RecoveryCode.forget", query = "delete from RecoveryCode c where c.accountId = :accountId")
public class RecoveryCode {
    /** How many somebody gets at a time. */
    public static final int MANY = 10;

    private static final int BYTES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    @SequenceGenerator(name = "recovery_code_seq", sequenceName = "recovery_code_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "recovery_code_seq")
    private Long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "code_hash")
    private String codeHash;

    @Column(name = "used_at")
    private Instant usedAt;

    protected RecoveryCode() {}

    /** Keeps a code that {@link #newCode} made. */
    public static RecoveryCode of(Account account, String code) {
        RecoveryCode kept = new RecoveryCode();
        kept.companyId = account.companyId();
        kept.accountId = account.id();
        kept.codeHash = hash(account.id(), code);
        return kept;
    }

    /** {@code abcd-efgh-ijkl-mnop}: 80 random bits in letters and digits that are not mistaken for others. */
    public static String newCode() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base32.encode(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1-");
    }

    /** Under what a code is kept, however it is written: spaces, hyphens and capitals do not count. */
    public static String hash(long accountId, String code) {
        String plain = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return Digests.sha256("recovery code of " + accountId + ": " + plain);
    }

    /** It is worth nothing from now on. */
    public void use(Instant at) {
        usedAt = at;
    }
}

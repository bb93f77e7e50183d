package dev.parley.access.domain;

import dev.parley.access.passkey.KeptKey;
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
import java.time.Instant;

/**
 * A key of somebody's device or password keeper that signs in instead of the password and the second factor. Made and named on the own
 * account's page, good until it is removed there. Only its public half is here.
 */
@Entity
@Table(name = "passkey")
@NamedQuery(name = "Passkey.byCredential", query = "select k from Passkey k where k.credentialHash = :hash")
@NamedQuery(
        name = "Passkey.ofAccount",
        query = "select k from Passkey k where k.companyId = :companyId and k.accountId = :accountId order by k.id")
@NamedQuery(
        name = "Passkey.byPublicId",
        query =
                "select k from Passkey k where k.companyId = :companyId and k.accountId = :accountId and k.publicId = :publicId")
public class Passkey {
    /** How many one account has at most. */
    public static final int MOST = 10;

    /** Characters of a name. */
    public static final int LONGEST_NAME = 60;

    @Id
    @SequenceGenerator(name = "passkey_seq", sequenceName = "passkey_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "passkey_seq")
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "credential_hash")
    private String credentialHash;

    private String credential;
    private String name;

    @Column(name = "sign_count")
    private long signCount;

    @Column(name = "backup_eligible")
    private boolean backupEligible;

    @Column(name = "backed_up")
    private boolean backedUp;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "used_at")
    private Instant usedAt;

    protected Passkey() {}

    /** A new one. @param credentialId as browsers name it, base64url @param name at most {@link #LONGEST_NAME} characters */
    public static Passkey of(Account account, String credentialId, KeptKey key, String name, Instant at) {
        Passkey made = new Passkey();
        made.publicId = PublicIds.next();
        made.companyId = account.companyId();
        made.accountId = account.id();
        made.credentialHash = hash(credentialId);
        made.credential = key.credential();
        made.backupEligible = key.backupEligible();
        made.name = name;
        made.createdAt = at;
        made.keep(key);
        return made;
    }

    /** Under what a credential is found. */
    public static String hash(String credentialId) {
        return Digests.sha256("passkey " + credentialId);
    }

    /** It was used, whether or not the door opened. @param now what the authenticator said of it */
    public void shown(KeptKey now) {
        keep(now);
    }

    /** It opened the door. */
    public void opened(Instant at) {
        usedAt = at;
    }

    private void keep(KeptKey now) {
        signCount = now.signCount();
        backedUp = now.backedUp();
    }

    /** What the next use is checked with. */
    public KeptKey key() {
        return new KeptKey(credential, signCount, backupEligible, backedUp);
    }

    /** Called something else from now on. */
    public void rename(String another) {
        name = another;
    }

    public String publicId() {
        return publicId;
    }

    public long accountId() {
        return accountId;
    }

    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When it opened the door last, or null. */
    public Instant usedAt() {
        return usedAt;
    }

    /** Whether it exists on several devices, or can be had again on another one. */
    public boolean backedUp() {
        return backedUp;
    }
}

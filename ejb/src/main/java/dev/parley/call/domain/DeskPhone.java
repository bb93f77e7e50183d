package dev.parley.call.domain;

import dev.parley.shared.InstantConverter;
import dev.parley.shared.PublicIds;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A colleague's phone. Its row is also the lock under which its bindings change. */
@Entity
@Table(name = "desk_phone")
public class DeskPhone {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "desk_phone_seq")
    @SequenceGenerator(name = "desk_phone_seq", sequenceName = "desk_phone_seq", allocationSize = 50)
    private long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "account_id")
    private long accountId;

    private String extension;

    @Column(name = "ha1_sha256")
    private String ha1Sha256;

    @Column(name = "ha1_md5")
    private String ha1Md5;

    @Column(name = "created_at")
    @Convert(converter = InstantConverter.class)
    private Instant createdAt;

    protected DeskPhone() {}

    /** A phone that nobody had before. */
    public static DeskPhone provide(long companyId, long accountId, PhonePassword password, Instant at) {
        DeskPhone phone = new DeskPhone();
        phone.publicId = PublicIds.next();
        phone.companyId = companyId;
        phone.accountId = accountId;
        phone.extension = password.extension();
        phone.createdAt = at;
        phone.keep(password);
        return phone;
    }

    /** Gives the phone to a colleague of its company, with a new password. @return whether it was another's before */
    public boolean handTo(long colleague, PhonePassword password) {
        boolean changes = colleague != accountId;
        accountId = colleague;
        keep(password);
        return changes;
    }

    private void keep(PhonePassword password) {
        ha1Sha256 = password.sha256();
        ha1Md5 = password.md5();
    }

    public long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public long companyId() {
        return companyId;
    }
}

package dev.parley.access.domain;

import dev.parley.access.totp.Totp;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * What an account asks for besides the password. Prepared with a secret for the authenticator app; on from the first right code, which
 * proves that the app has it; gone when it is switched off. Of each code's half minute the last is remembered, so none is good twice.
 */
@Entity
@Table(name = "second_factor")
@NamedQuery(
        name = "SecondFactor.isOn",
        query = "select count(f) from SecondFactor f where f.accountId = :accountId and f.onSince is not null")
public class SecondFactor {
    /** How long a prepared one waits for its first code. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Id
    @Column(name = "account_id")
    private Long accountId;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "secret")
    private String sealedSecret;

    @Column(name = "prepared_at")
    private Instant preparedAt;

    @Column(name = "on_since")
    private Instant onSince;

    @Column(name = "last_step")
    private long lastStep;

    protected SecondFactor() {}

    /** Prepared and not on yet. {@code sealedSecret} is what only this installation can open. */
    public static SecondFactor prepare(Account account, String sealedSecret, Instant at) {
        SecondFactor factor = new SecondFactor();
        factor.accountId = account.id();
        factor.companyId = account.companyId();
        factor.prepareAnew(sealedSecret, at);
        return factor;
    }

    /** Another secret in place of one that never got a code. */
    public void prepareAnew(String another, Instant at) {
        sealedSecret = another;
        preparedAt = at;
        lastStep = 0;
    }

    /** Whether it waits for its first code. */
    public boolean waits(Instant at) {
        return onSince == null && at.isBefore(preparedAt.plus(PATIENCE));
    }

    /** It asks from now on. */
    public void switchOn(Instant at) {
        onSince = at;
    }

    public boolean on() {
        return onSince != null;
    }

    /** Since when it asks, or null if it does not. */
    public Instant onSince() {
        return onSince;
    }

    public String sealedSecret() {
        return sealedSecret;
    }

    /** Whether it is a code of now that was not used before; used from now on. */
    public boolean accept(String secret, String code, Instant at) {
        OptionalLong step = Totp.match(secret, code, at, lastStep);
        step.ifPresent(used -> lastStep = used);
        return step.isPresent();
    }
}

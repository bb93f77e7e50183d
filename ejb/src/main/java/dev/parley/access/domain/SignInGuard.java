package dev.parley.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts the wrong guesses for one e-mail address, whether an account has it or not, or of one client for the set-up code. It stands
 * under the SHA-256 of what it counts for and locks that for growing times ({@link BackOff}); a right guess or a quiet day makes it forget.
 */
@Entity
@Table(name = "sign_in_guard")
public class SignInGuard {
    private static final Duration MEMORY = Duration.ofDays(1);

    @Id
    @Column(name = "email_hash")
    private String emailHash;

    private int failures;

    @Column(name = "last_at")
    private Instant lastAt;

    @Column(name = "locked_until")
    private Instant lockedUntil;

    protected SignInGuard() {}

    public SignInGuard(String emailHash, Instant at) {
        this.emailHash = emailHash;
        this.lastAt = at;
    }

    /** How long nothing is tried any more; zero if it may be now. */
    public Duration wait(Instant at) {
        return lockedUntil == null || !lockedUntil.isAfter(at) ? Duration.ZERO : Duration.between(at, lockedUntil);
    }

    /** A wrong guess. */
    public void failed(Instant at) {
        if (lastAt.plus(MEMORY).isBefore(at)) failures = 0;
        failures++;
        lastAt = at;
        Duration wait = BackOff.after(failures);
        lockedUntil = wait.isZero() ? null : at.plus(wait);
    }

    /** Wrong guesses still free before the next has to wait. */
    public int left() {
        return Math.max(0, BackOff.FREE - failures);
    }
}

package dev.parley.access.password;

import dev.parley.shared.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Makes and compares hashes of passwords. That costs a core for a fifth of a second, on purpose; so no more than two run at once and no
 * more than a few wait, or a flood of sign-ins would take both cores and every thread from those who chat.
 */
@ApplicationScoped
public class Passwords {
    private static final int AT_ONCE = 2;
    private static final int WAITING = 24;

    private final Duration patience;
    private final Semaphore slots = new Semaphore(AT_ONCE, true);
    /** What an unknown address is compared with: costs the same and never matches. */
    private final PasswordHash nobodys = PasswordHash.ofNoPassword();

    public Passwords() {
        this(Duration.ofSeconds(5));
    }

    Passwords(Duration patience) {
        this.patience = patience;
    }

    /** The hash to keep. */
    public String hash(String password) {
        return PasswordHash.of(password).text();
    }

    /**
     * Runs what compares a password when a slot is free.
     *
     * @throws Unavailable if too many wait, or none was free in time
     */
    public <T> T inSlot(Supplier<T> comparison) {
        if (slots.getQueueLength() >= WAITING) throw busy();
        try {
            if (!slots.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) throw busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return comparison.get();
        } finally {
            slots.release();
        }
    }

    /** Whether it is the password. {@code kept} may be null: then it takes as long and is not. */
    public boolean matches(String password, String kept) {
        if (kept == null) {
            nobodys.matches(password);
            return false;
        }
        return PasswordHash.parse(kept).matches(password);
    }

    /** Whether a kept hash should be replaced by one of today's strength now that the password is at hand. */
    public boolean outdated(String kept) {
        return PasswordHash.parse(kept).outdated();
    }

    private static Unavailable busy() {
        return new Unavailable("Too many people are signing in just now. Try again in a few seconds.");
    }
}

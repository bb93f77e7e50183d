package dev.parley.access;

import dev.parley.access.password.Passwords;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.Limit;
import dev.parley.shared.RateLimited;
import dev.parley.shared.RateLimits;
import dev.parley.shared.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Asks somebody who is signed in for the password again before what keeps others out is changed: a page left open, or a stolen token, does
 * not lock its owner out. Wrong ones are counted with those at sign-in. Not inside a transaction: it has its own.
 */
@ApplicationScoped
class Reauthentication {
    private static final int LONGEST_PASSWORD = 200;

    private final SignInAttempts attempts;
    private final Passwords passwords;
    private final RateLimits limits;

    protected Reauthentication() {
        this(null, null, null);
    }

    @Inject
    Reauthentication(SignInAttempts attempts, Passwords passwords, RateLimits limits) {
        this.attempts = attempts;
        this.passwords = passwords;
        this.limits = limits;
    }

    /**
     * The caller knows the own password.
     *
     * @throws WrongPassword if not
     * @throws RateLimited if there were too many wrong ones
     */
    public void check(Caller.Staff me, String password) {
        if (password == null || password.isEmpty()) throw new Invalid("The password is missing.");
        if (password.length() > LONGEST_PASSWORD) throw new Invalid("The password is too long.");
        limits.take(Limit.SIGN_INS, "account " + me.publicId());
        Optional<SignInAttempts.Outcome> no = passwords.inSlot(() -> attempts.confirm(me.accountId(), password));
        if (no.isEmpty()) return;
        if (no.get() instanceof SignInAttempts.Locked locked)
            throw new RateLimited(
                    "It was not right too often. Try again in " + Waiting.words(locked.lock()) + ".", locked.lock());
        throw new WrongPassword();
    }
}

package dev.parley.access;

import dev.parley.shared.Unauthorized;
import java.time.Duration;

/** E-mail or password is not right; which of them, nobody is told. */
public class WrongSignIn extends Unauthorized {
    private static final long serialVersionUID = 1;

    private final int left;
    private final Duration lock;

    WrongSignIn(String message, int left, Duration lock) {
        super(message);
        this.left = left;
        this.lock = lock;
    }

    /** How many tries are left before one has to wait. */
    public int left() {
        return left;
    }

    /** How long to wait now; zero while tries are left. */
    public Duration lock() {
        return lock;
    }
}

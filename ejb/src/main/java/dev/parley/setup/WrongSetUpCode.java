package dev.parley.setup;

import dev.parley.shared.Unauthorized;
import java.time.Duration;

/** That is not the set-up code, or its time is over; which of them, nobody is told. */
public class WrongSetUpCode extends Unauthorized {
    private static final long serialVersionUID = 1;

    private final int left;
    private final Duration lock;

    WrongSetUpCode(int left, Duration lock) {
        super("That is not the set-up code, or its time is over.");
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

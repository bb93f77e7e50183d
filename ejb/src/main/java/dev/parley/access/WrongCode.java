package dev.parley.access;

import java.time.Duration;

/** The password was right, the code of the second factor is not: mistyped, over, or used before. */
public class WrongCode extends WrongSignIn {
    private static final long serialVersionUID = 1;

    WrongCode(String message, int left, Duration lock) {
        super(message, left, lock);
    }
}

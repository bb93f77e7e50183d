package dev.parley.access.domain;

import java.time.Duration;

/**
 * How long to wait after wrong guesses: five are free, then a minute, doubled by each further one up to an hour. Somebody who guesses day
 * and night gets 11 tries in the first two hours and one an hour from then on.
 */
public final class BackOff {
    /** Wrong guesses before the first wait. */
    public static final int FREE = 5;

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private BackOff() {}

    /** The wait that the given number of wrong guesses in a row earns; zero while they are free. */
    public static Duration after(int failures) {
        if (failures < FREE) return Duration.ZERO;
        int doublings = Math.min(failures - FREE, 10);
        Duration wait = FIRST.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}

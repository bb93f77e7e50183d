package dev.parley.sla;

import dev.parley.shared.Invalid;
import java.io.Serializable;

/**
 * Targets in minutes of business time, each 1 to 43,200 (thirty days around the clock).
 *
 * @param firstResponse or null for what else holds
 * @param nextResponse or null for what else holds
 * @param resolution or null for what else holds
 */
public record TargetTimes(Integer firstResponse, Integer nextResponse, Integer resolution) implements Serializable {
    /** The longest. */
    public static final int MOST_MINUTES = 43_200;

    /** Says nothing. */
    public static final TargetTimes NONE = new TargetTimes(null, null, null);

    /** @throws Invalid for minutes out of their bounds */
    public TargetTimes {
        check(firstResponse);
        check(nextResponse);
        check(resolution);
    }

    /** Null where nothing is said of it. */
    public Integer minutes(Measure measure) {
        return switch (measure) {
            case FIRST_RESPONSE -> firstResponse;
            case NEXT_RESPONSE -> nextResponse;
            case RESOLUTION -> resolution;
        };
    }

    private static void check(Integer minutes) {
        if (minutes != null && (minutes < 1 || minutes > MOST_MINUTES))
            throw new Invalid("A target is 1 to 43,200 minutes.");
    }
}

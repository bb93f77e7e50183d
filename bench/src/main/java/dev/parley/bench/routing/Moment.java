package dev.parley.bench.routing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time of this machine's clock, which is the database's too, as the history has it. */
final class Moment {
    private Moment() {}

    /** Microseconds since 1970. */
    static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}

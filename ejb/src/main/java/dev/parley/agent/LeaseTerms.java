package dev.parley.agent;

import dev.parley.db.Settings;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a connection may be gone before it counts as lost. {@code PARLEY_CONNECTION_GRACE_SECONDS}, 30 unless told otherwise. A node
 * renews its leases six times in a grace time; a lease not renewed for half of it gets no offers.
 */
record LeaseTerms(Duration grace) {
    LeaseTerms {
        if (grace.isNegative() || grace.isZero()) throw new IllegalArgumentException("the grace time must be positive");
    }

    static LeaseTerms fromSettings() {
        return new LeaseTerms(Duration.ofSeconds(Settings.number("PARLEY_CONNECTION_GRACE_SECONDS", 30)));
    }

    /** A lease must be newer than this, or nothing is offered. */
    Instant liveAfter(Instant now) {
        return now.minus(grace.dividedBy(2));
    }

    /** A lease must be newer than this, or the connection is lost. */
    Instant graceEnd(Instant now) {
        return now.minus(grace);
    }

    Duration renewal() {
        return grace.dividedBy(6);
    }
}

package dev.parley.routing;

import java.util.Locale;

/** How an offer ended. */
public enum OfferOutcome {
    ACCEPTED,
    DECLINED,
    /** Nobody answered in time. */
    MISSED,
    /** The agent left, or the conversation no longer waits here. */
    WITHDRAWN,
    /** A colleague took the conversation meanwhile. */
    TAKEN;

    /** As it stands in JSON and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if the database has another */
    public static OfferOutcome of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}

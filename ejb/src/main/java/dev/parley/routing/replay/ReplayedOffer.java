package dev.parley.routing.replay;

import java.time.Instant;

/** A conversation held out to an agent in a replay. */
record ReplayedOffer(ReplayedChat chat, ReplayedPerson agent, Instant expires, long number) {
    boolean expired(Instant now) {
        return !now.isBefore(expires);
    }
}

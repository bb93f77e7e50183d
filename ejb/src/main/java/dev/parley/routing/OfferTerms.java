package dev.parley.routing;

import dev.parley.db.Settings;
import java.time.Duration;

/**
 * How long an offer stands, and how long a conversation rests after everybody refused it. {@code PARLEY_OFFER_SECONDS}, 30 unless told
 * otherwise, is both.
 */
record OfferTerms(Duration time, Duration pause) {
    static OfferTerms fromSettings() {
        Duration time = Duration.ofSeconds(Settings.number("PARLEY_OFFER_SECONDS", 30));
        return new OfferTerms(time, time);
    }
}

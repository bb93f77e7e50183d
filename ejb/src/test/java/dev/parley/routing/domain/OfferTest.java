package dev.parley.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.routing.OfferOutcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ROU-4")
class OfferTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final Offer offer = Offer.make(1, 2, 3, NOON, Duration.ofSeconds(30));

    @Test
    void stands_for_its_time_and_not_a_moment_longer() {
        assertThat(offer.expired(NOON.plusMillis(29_999))).isFalse();
        assertThat(offer.expired(NOON.plusSeconds(30))).isTrue();
    }

    @Test
    void ends_once() {
        offer.end(OfferOutcome.DECLINED, NOON.plusSeconds(5));

        assertThat(offer.open()).isFalse();
        assertThatThrownBy(() -> offer.end(OfferOutcome.MISSED, NOON.plusSeconds(30)))
                .isInstanceOf(IllegalStateException.class);
    }
}

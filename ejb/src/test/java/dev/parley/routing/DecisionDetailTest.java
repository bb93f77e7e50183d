package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ROU-10")
class DecisionDetailTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00.123456Z");

    private static Decision decision(int agents, Strategy strategy) {
        List<Candidate> candidates = new ArrayList<>();
        for (long key = 0; key < agents; key++) {
            boolean refused = key % 3 == 0;
            candidates.add(new Candidate(
                    Long.MAX_VALUE - key,
                    1_000,
                    key % 4 == 0 ? 1_000 : 999,
                    0,
                    NOON.minusSeconds(key),
                    refused ? 1_000_000 : 0,
                    refused ? NOON.minusNanos(1_000) : null,
                    Long.MAX_VALUE - key,
                    Abilities.NONE));
        }
        return new Turn(strategy.policy(), Duration.ofSeconds(30)).decide(candidates, NOON);
    }

    private static List<Absence> absent(int number) {
        return LongStream.range(0, number)
                .mapToObj(i -> new Absence(Long.MAX_VALUE - i, "no-connection"))
                .toList();
    }

    @Test
    void comes_back_from_its_json() {
        DecisionDetail detail = DecisionDetail.of(decision(12, Strategy.RING_ALL), absent(2));

        assertThat(detail.chosen()).hasSizeGreaterThan(1);
        assertThat(DecisionDetail.parse(detail.json())).isEqualTo(detail);
    }

    @Test
    void the_largest_fits_its_column_and_says_what_is_left_out() {
        DecisionDetail detail = DecisionDetail.of(decision(500, Strategy.LEAST_LOADED), absent(50));

        assertThat(detail.json()).hasSizeLessThanOrEqualTo(24_000);
        assertThat(detail.omitted()).isEqualTo(400);
        assertThat(detail.considered().get(0).rank()).isEqualTo(1);
    }
}

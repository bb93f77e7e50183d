package dev.parley.web.socket.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ROU-13")
class OffersToldTest {
    private static final Instant SOON = Instant.parse("2026-11-29T08:00:30.123456789Z");

    private final OffersTold offers = new OffersTold();
    private final List<String> told = new ArrayList<>();

    @Test
    void what_no_news_told_is_found_once() {
        var first = offers.compare(offers.changes(), Map.of("c", SOON));
        var second = offers.compare(offers.changes(), Map.of("c", SOON));

        assertThat(first.fresh()).containsExactly("c");
        assertThat(first.gone()).isEmpty();
        assertThat(second.isEmpty()).isTrue();
    }

    @Test
    void what_news_told_is_not_told_again_though_the_database_keeps_microseconds() {
        offers.made("c", SOON, () -> told.add("offer"));

        assertThat(told).containsExactly("offer");
        assertThat(offers.compare(offers.changes(), Map.of("c", SOON.minusNanos(789)))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void an_end_that_nobody_told_is_found() {
        offers.made("c", SOON, () -> {});

        assertThat(offers.compare(offers.changes(), Map.of()).gone()).containsExactly("c");
        assertThat(offers.compare(offers.changes(), Map.of()).isEmpty()).isTrue();
    }

    @Test
    void one_that_ended_and_came_again_between_two_looks_is_a_new_one() {
        offers.made("c", SOON, () -> {});

        assertThat(offers.compare(offers.changes(), Map.of("c", SOON.plusSeconds(3)))
                        .fresh())
                .containsExactly("c");
    }

    /** The database was read before the news, and is told after it. */
    @Test
    void what_was_read_before_news_came_says_nothing() {
        long before = offers.changes();
        offers.made("c", SOON, () -> {});

        assertThat(offers.compare(before, Map.of()).isEmpty()).isTrue();

        before = offers.changes();
        offers.ended("c", () -> {});
        assertThat(offers.compare(before, Map.of("c", SOON)).isEmpty()).isTrue();
    }

    @Test
    void what_was_found_is_not_told_if_news_has_ended_it_meanwhile() {
        offers.compare(offers.changes(), Map.of("a", SOON, "b", SOON));
        offers.ended("a", () -> told.add("end of a"));

        offers.ifOpen("a", () -> told.add("a"));
        offers.ifOpen("b", () -> told.add("b"));

        assertThat(told).containsExactly("end of a", "b");
    }
}

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

    @Test
    void what_could_not_be_told_is_found_again() {
        offers.made("old", SOON, () -> {});
        var news = offers.compare(offers.changes(), Map.of("c", SOON));
        long meanwhile = offers.changes();

        offers.untold(news);

        assertThat(offers.compare(meanwhile, Map.of("c", SOON)).isEmpty())
                .as("a look from before that")
                .isTrue();
        var again = offers.compare(offers.changes(), Map.of("c", SOON));
        assertThat(again.fresh()).containsExactly("c");
        assertThat(again.gone()).containsExactly("old");
    }

    @Test
    void an_end_that_could_not_be_told_does_not_hide_the_next_offer_of_the_conversation() {
        offers.made("c", SOON, () -> {});
        offers.untold(offers.compare(offers.changes(), Map.of()));

        offers.made("c", SOON.plusSeconds(30), () -> told.add("offer"));

        assertThat(told).containsExactly("offer");
    }

    @Test
    void an_end_that_a_look_found_is_not_told_behind_a_new_offer() {
        offers.made("c", SOON, () -> {});
        assertThat(offers.compare(offers.changes(), Map.of()).gone()).containsExactly("c");
        offers.made("c", SOON.plusSeconds(30), () -> told.add("offer"));

        offers.ifGone("c", () -> told.add("end"));
        offers.ifGone("d", () -> told.add("end of d"));

        assertThat(told).containsExactly("offer", "end of d");
    }

    @Test
    void what_a_look_found_is_not_told_again_by_news_of_the_same() {
        offers.compare(offers.changes(), Map.of("c", SOON.minusNanos(789)));
        offers.ifOpen("c", () -> told.add("found"));

        offers.made("c", SOON, () -> told.add("news"));
        assertThat(told).containsExactly("found");

        offers.made("c", SOON.plusSeconds(30), () -> told.add("another"));
        assertThat(told).containsExactly("found", "another");
    }

    @Test
    void of_two_looks_at_once_the_one_that_is_later_to_compare_says_nothing() {
        long before = offers.changes();
        offers.compare(before, Map.of("c", SOON));

        assertThat(offers.compare(before, Map.of()).isEmpty()).isTrue();
        assertThat(offers.compare(offers.changes(), Map.of()).gone()).containsExactly("c");
    }
}

package dev.parley.web.socket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.socket.transport.RecordingConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ROU-8")
class TellingTest {
    private static final long SITE = 7;
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final Telling telling = new Telling();

    @Test
    void it_is_due_when_the_clock_comes_to_where_the_hours_change_and_not_before() {
        telling.tell(SITE, "open", NOON);

        assertThat(telling.isDue(NOON.minusMillis(1))).isFalse();
        assertThat(telling.isDue(NOON)).isTrue();
        telling.tell(SITE, "closed", null);
        assertThat(telling.isDue(NOON.plusSeconds(86_400))).isFalse();
    }

    @Test
    void what_was_told_is_no_news_and_who_is_new_is_told_all_the_same() {
        LiveSession newcomer =
                new LiveSession(null, new RecordingConnection(new ArrayList<>()), c -> {}, Set.of(), null);
        assertThat(telling.tell(SITE, "open", null)).isTrue();
        telling.newcomer(SITE, newcomer);

        assertThat(telling.tell(SITE, "open", null)).isFalse();
        assertThat(telling.newcomers(SITE)).containsExactly(newcomer);
        assertThat(telling.newcomers(SITE)).isEmpty();
    }

    @Test
    void many_who_ask_are_one_question_until_it_is_answered_and_a_failed_one_is_asked_again() {
        assertThat(telling.ask()).isTrue();
        assertThat(telling.ask()).isFalse();
        telling.inTurn(
                () -> assertThat(telling.ask()).as("what changes meanwhile").isTrue());

        telling.giveUp();

        assertThat(telling.isDue(NOON)).isTrue();
        assertThat(telling.ask()).isTrue();
    }

    @Test
    void another_mark_is_noticed_once() {
        assertThat(telling.marked("1 7")).isTrue();
        assertThat(telling.marked("1 7")).isFalse();
        assertThat(telling.marked("1 8")).isTrue();
    }

    @Test
    void sites_without_visitors_are_forgotten() {
        telling.tell(SITE, "open", NOON);

        assertThat(telling.keepOnly(Set.of(8L))).isTrue();

        assertThat(telling.isDue(NOON)).isFalse();
    }
}

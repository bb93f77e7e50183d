package dev.parley.agent.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.Presence;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AgentPresenceTest {
    private static final Instant START = Instant.parse("2026-11-25T08:00:00Z");

    private final AgentPresence presence = AgentPresence.begin(1, 2, START);

    @Test
    void begins_offline_with_room_for_four() {
        assertThat(presence.status()).isEqualTo(Presence.OFFLINE);
        assertThat(presence.capacity()).isEqualTo(4);
    }

    @Test
    @Tag("ROU-3")
    void idle_time_begins_with_becoming_available() {
        presence.change(Presence.AVAILABLE, null, START.plusSeconds(60));

        assertThat(presence.idleSince()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    @Tag("ROU-3")
    void saying_available_again_costs_no_idle_time() {
        presence.change(Presence.AVAILABLE, null, START.plusSeconds(60));

        boolean changed = presence.change(Presence.AVAILABLE, null, START.plusSeconds(90));

        assertThat(changed).isFalse();
        assertThat(presence.idleSince()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void another_reason_is_a_change_but_not_another_since() {
        presence.change(Presence.AWAY, "lunch", START.plusSeconds(60));

        boolean changed = presence.change(Presence.AWAY, "meeting", START.plusSeconds(90));

        assertThat(changed).isTrue();
        assertThat(presence.since()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    @Tag("ROU-4")
    void the_third_missed_offer_in_a_row_sets_away() {
        presence.change(Presence.AVAILABLE, null, START);

        assertThat(presence.missOffer(3, START)).isFalse();
        assertThat(presence.missOffer(3, START)).isFalse();
        assertThat(presence.missOffer(3, START.plusSeconds(1))).isTrue();

        assertThat(presence.status()).isEqualTo(Presence.AWAY);
        assertThat(presence.reason()).isEqualTo("not answering");
    }

    @Test
    @Tag("ROU-4")
    void an_answer_in_between_starts_the_count_again() {
        presence.change(Presence.AVAILABLE, null, START);
        presence.missOffer(3, START);
        presence.missOffer(3, START);

        presence.answered();

        assertThat(presence.missOffer(3, START)).isFalse();
        assertThat(presence.status()).isEqualTo(Presence.AVAILABLE);
    }

    @Test
    @Tag("ROU-4")
    void coming_back_starts_the_count_again() {
        presence.change(Presence.AVAILABLE, null, START);
        for (int i = 0; i < 3; i++) presence.missOffer(3, START);

        presence.change(Presence.AVAILABLE, null, START.plusSeconds(5));

        assertThat(presence.missOffer(3, START)).isFalse();
        assertThat(presence.missedOffers()).isEqualTo(1);
    }

    @Test
    @Tag("ROU-3")
    void idle_time_never_goes_back() {
        presence.busyUntil(START.plusSeconds(10));
        presence.busyUntil(START.plusSeconds(5));

        assertThat(presence.idleSince()).isEqualTo(START.plusSeconds(10));
    }
}

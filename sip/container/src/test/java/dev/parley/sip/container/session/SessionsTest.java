package dev.parley.sip.container.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("VOX-13")
class SessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    @Test
    void there_are_at_most_so_many_and_an_invalidated_one_makes_room() {
        Sessions sessions = sessions(2, 3);
        ApplicationSession first = sessions.create();
        sessions.create();

        assertThatThrownBy(sessions::create).isInstanceOf(TooManySessions.class);

        first.invalidate();
        assertThat(sessions.create().isValid()).isTrue();
        assertThat(sessions.count()).isEqualTo(2);
    }

    @Test
    void a_session_goes_with_its_exchange_and_takes_its_application_session_along() {
        Sessions sessions = sessions(2, 3);
        Session session = sessions.create("call", null, null, null);
        session.setAttribute("a", 1);

        session.ended();

        assertThat(session.isValid()).isFalse();
        assertThat(sessions.count()).isZero();
        assertThatThrownBy(() -> session.getAttribute("a")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_session_that_shall_stay_outlives_its_exchange() {
        Sessions sessions = sessions(2, 3);
        Session session = sessions.create("call", null, null, null);
        session.setInvalidateWhenReady(false);

        session.ended();

        assertThat(session.isValid()).isTrue();
        assertThat(session.isReadyToInvalidate()).isTrue();
        assertThat(sessions.getApplicationSessionById(
                        session.getApplicationSession().getId()))
                .isSameAs(session.getApplicationSession());
    }

    @Test
    void what_is_over_its_minutes_is_invalidated_and_what_never_expires_stays() {
        MovedClock clock = new MovedClock();
        Sessions sessions = new Sessions("test", 10, 3, clock);
        ApplicationSession mortal = sessions.create();
        ApplicationSession eternal = sessions.create();
        eternal.setExpires(0);

        clock.minutes = 2;
        sessions.expire();
        assertThat(mortal.isValid()).isTrue();

        clock.minutes = 3;
        sessions.expire();
        assertThat(mortal.isValid()).isFalse();
        assertThat(eternal.isValid()).isTrue();
    }

    @Test
    void a_key_names_one_application_session_as_long_as_that_lives() {
        Sessions sessions = sessions(10, 3);

        assertThat(sessions.getApplicationSessionByKey("k", false)).isNull();
        var session = sessions.getApplicationSessionByKey("k", true);
        assertThat(sessions.getApplicationSessionByKey("k", true)).isSameAs(session);
        session.invalidate();
        assertThat(sessions.getApplicationSessionByKey("k", false)).isNull();
    }

    private static Sessions sessions(int maximum, int minutes) {
        return new Sessions("test", maximum, minutes, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static final class MovedClock extends Clock {
        private int minutes;

        @Override
        public Instant instant() {
            return NOW.plusSeconds(60L * minutes);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

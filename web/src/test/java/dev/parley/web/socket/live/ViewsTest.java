package dev.parley.web.socket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.socket.transport.RecordingConnection;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CON-9")
class ViewsTest {
    private final Views views = new Views();
    private final LiveSession anna = session();
    private final LiveSession ben = session();

    @Test
    void a_session_has_one_conversation_in_front() {
        assertThat(views.put(anna, 1L)).isNull();
        views.put(ben, 1L);
        assertThat(views.of(1)).containsExactlyInAnyOrder(anna, ben);

        assertThat(views.put(anna, 2L)).isEqualTo(1);
        assertThat(views.of(1)).containsExactly(ben);
        assertThat(views.of(2)).containsExactly(anna);
    }

    @Test
    void the_same_again_changes_nothing() {
        views.put(anna, 1L);

        assertThat(views.put(anna, 1L)).isEqualTo(1);
        assertThat(views.of(1)).containsExactly(anna);
    }

    @Test
    void who_goes_leaves_nothing_behind() {
        views.put(anna, 1L);

        assertThat(views.put(anna, null)).isEqualTo(1);
        assertThat(views.put(anna, null)).isNull();
        assertThat(views.of(1)).isEmpty();
    }

    @Test
    void what_is_followed_no_longer_is_dropped_only_where_it_is_in_front() {
        views.put(anna, 1L);

        assertThat(views.drop(anna, 2)).isFalse();
        assertThat(views.of(1)).containsExactly(anna);
        assertThat(views.drop(anna, 1)).isTrue();
        assertThat(views.of(1)).isEmpty();
    }

    private static LiveSession session() {
        return new LiveSession(null, new RecordingConnection(new ArrayList<>()), cursor -> {}, Set.of(), null);
    }
}

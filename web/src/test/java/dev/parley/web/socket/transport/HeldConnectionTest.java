package dev.parley.web.socket.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HeldConnectionTest {
    private final List<String> sent = new ArrayList<>();
    private final HeldConnection held = new HeldConnection(new RecordingConnection(sent));

    @Test
    @Tag("CHAT-4")
    void what_comes_before_the_first_frame_follows_it_in_order() {
        held.send("presence");
        held.sendPage(List.of("m1", "m2"), () -> {});
        held.send("m3", () -> {});
        assertThat(sent).isEmpty();

        held.open("welcome");
        held.send("m4");

        assertThat(sent).containsExactly("welcome", "presence", "m1", "m2", "m3", "m4");
    }

    @Test
    @Tag("CHAT-7")
    void it_keeps_no_more_than_it_may() {
        for (int i = 0; i <= HeldConnection.MAX_FRAMES; i++) held.send("news");

        assertThat(sent).containsExactly("closed TOO_SLOW");
    }
}

package dev.parley.web.socket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Author;
import dev.parley.web.socket.frame.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FramesTest {
    private static final int FRAME = 64 * 1024;

    @Test
    void a_welcome_fits_into_a_frame_whatever_was_said() {
        String wide = "\u6f22".repeat(200);
        var listed = Frames.fitting(IntStream.range(0, 100)
                .mapToObj(i -> JsonText.object().with("id", "c" + i).with("preview", wide)));

        String welcome = Frames.welcome(Instant.EPOCH, listed, true).toString();

        assertThat(welcome.getBytes(StandardCharsets.UTF_8).length).isBetween(FRAME / 2, FRAME);
        assertThat(listed.get(0).toString()).contains("\"c0\"");
    }

    @Test
    @Tag("CON-9")
    void who_views_is_named_once_however_many_windows_there_are_and_twenty_are_enough() {
        var many = IntStream.range(0, 60)
                .mapToObj(i -> new Author("agent", "a" + i / 2, "Agent %02d".formatted(i / 2)))
                .toList();

        String frame = Frames.viewers("c", many);

        assertThat(frame).containsOnlyOnce("\"a3\"").contains("Agent 19").doesNotContain("Agent 20");
        assertThat(Frames.viewers("c", List.of())).contains("\"agents\":[]");
    }

    @Test
    void what_fits_is_listed_in_full() {
        var listed = Frames.fitting(
                IntStream.range(0, 100).mapToObj(i -> JsonText.object().with("id", "c" + i)));

        assertThat(listed).hasSize(100);
    }
}

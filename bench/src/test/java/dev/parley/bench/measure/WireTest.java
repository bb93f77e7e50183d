package dev.parley.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.bench.client.Json;
import org.junit.jupiter.api.Test;

class WireTest {
    private final Wire parley = new ParleyWire();

    @Test
    void a_message_carries_its_number_and_moment_in_a_text_of_the_right_length() {
        String frame = parley.message(17, "c1", 123456);

        String text = Json.read(frame).get("text").asText();
        assertThat(text).hasSize(Wire.TEXT);
        assertThat(parley.heard("{\"type\":\"message\",\"text\":\"" + text + "\",\"seq\":1}"))
                .isEqualTo(new Wire.Heard(false, 17, 123456));
    }

    @Test
    void an_answer_is_told_by_its_ref() {
        assertThat(parley.heard("{\"type\":\"sent\",\"ref\":\"3:77\",\"seq\":9}"))
                .isEqualTo(new Wire.Heard(true, 3, 77));
    }

    @Test
    void other_frames_mean_nothing_and_an_error_is_one() {
        assertThat(parley.heard("{\"type\":\"beat\"}")).isNull();
        assertThatThrownBy(() -> parley.heard("{\"type\":\"error\",\"code\":\"unavailable\"}"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_bare_relay_gets_the_same_text_behind_a_number() {
        String frame = new BareWire().message(17, "c1", 5);

        assertThat(frame).startsWith("17|{").endsWith(parley.message(17, "c1", 5));
        assertThat(new BareWire().heard(frame)).isEqualTo(new Wire.Heard(false, 17, 5));
    }
}

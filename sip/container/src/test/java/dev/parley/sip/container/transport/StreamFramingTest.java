package dev.parley.sip.container.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("VOX-13")
class StreamFramingTest {
    private static final String FIRST = "OPTIONS sip:a SIP/2.0\r\nl: 3\r\n\r\nabc";
    private static final String SECOND = "OPTIONS sip:b SIP/2.0\r\nContent-Length:\r\n 0\r\n\r\n";

    private final StreamFraming framing = new StreamFraming(1_000);

    private List<String> feed(String text) throws BrokenStream {
        List<String> messages = new ArrayList<>();
        for (byte[] message : framing.feed(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))) {
            messages.add(new String(message, StandardCharsets.UTF_8));
        }
        return messages;
    }

    @Test
    void messages_come_out_whole_wherever_the_bytes_are_cut() throws BrokenStream {
        String both = FIRST + "\r\n" + SECOND;
        for (int cut = 0; cut <= both.length(); cut++) {
            List<String> messages = new ArrayList<>(feed(both.substring(0, cut)));
            messages.addAll(feed(both.substring(cut)));

            assertThat(messages).as("cut at %d", cut).containsExactly(FIRST, SECOND);
            assertThat(framing.isPartial()).isFalse();
        }
    }

    @Test
    void messages_come_out_whole_byte_by_byte() throws BrokenStream {
        List<String> messages = new ArrayList<>();
        for (char c : (FIRST + SECOND + FIRST).toCharArray()) {
            messages.addAll(feed(String.valueOf(c)));
        }

        assertThat(messages).containsExactly(FIRST, SECOND, FIRST);
    }

    @Test
    void a_double_line_end_is_a_ping_and_a_single_one_is_nothing() throws BrokenStream {
        assertThat(feed("\r\n\r\n")).containsExactly("\r\n\r\n");
        assertThat(feed("\r\n" + FIRST)).containsExactly(FIRST);
        assertThat(feed("\r\n")).isEmpty();
        assertThat(framing.isPartial()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'Content-Length: 2147483647', 513",
        "'Content-Length: 99999999999999999999', 513",
        "'Content-Length: 0000000000000000000000001001', 513",
        "'Content-Length: -1', 400",
        "'Content-Length: many', 400",
        "'Content-Length:', 400",
        "'X: y', 400",
    })
    void a_length_that_cannot_be_breaks_the_stream_at_once(String header, int status) {
        assertThatThrownBy(() -> feed("OPTIONS sip:a SIP/2.0\r\n" + header + "\r\n\r\n"))
                .isInstanceOfSatisfying(
                        BrokenStream.class, b -> assertThat(b.status()).isEqualTo(status));
    }

    @Test
    void two_lengths_must_agree() throws BrokenStream {
        assertThat(feed("A sip:a SIP/2.0\r\nl: 1\r\nContent-Length: 1\r\n\r\nx"))
                .hasSize(1);
        assertThatThrownBy(() -> feed("A sip:a SIP/2.0\r\nl: 1\r\nContent-Length: 2\r\n\r\nxy"))
                .isInstanceOf(BrokenStream.class);
    }

    @Test
    void headers_without_end_are_cut_off_at_the_limit() {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        feed("X: endless\r\n");
                    }
                })
                .isInstanceOfSatisfying(BrokenStream.class, b -> {
                    assertThat(b.status()).isEqualTo(513);
                    assertThat(b.start().length).isLessThanOrEqualTo(1_001);
                });
    }
}

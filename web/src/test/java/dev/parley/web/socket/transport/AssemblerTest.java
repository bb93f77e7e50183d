package dev.parley.web.socket.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AssemblerTest {
    private final Assembler assembler = new Assembler();

    @Test
    void a_message_in_one_piece_passes() throws Exception {
        assertThat(assembler.add("hello", true)).isEqualTo("hello");
    }

    @Test
    void pieces_make_one_message_and_leave_nothing_behind() throws Exception {
        assertThat(assembler.add("he", false)).isNull();
        assertThat(assembler.add("llo", true)).isEqualTo("hello");
        assertThat(assembler.add("again", true)).isEqualTo("again");
    }

    @Test
    void sixty_four_KiB_pass_and_one_byte_more_does_not() throws Exception {
        assertThat(assembler.add("x".repeat(Assembler.MAX_BYTES), true)).hasSize(Assembler.MAX_BYTES);

        assertThatThrownBy(() -> assembler.add("x".repeat(Assembler.MAX_BYTES + 1), true))
                .isInstanceOf(Assembler.TooBig.class);
    }

    @Test
    void bytes_are_counted_as_UTF_8() {
        assertThatThrownBy(() -> assembler.add("\u20ac".repeat(Assembler.MAX_BYTES / 3 + 1), true))
                .isInstanceOf(Assembler.TooBig.class);
    }

    @Test
    void a_flood_of_empty_pieces_ends() throws Exception {
        for (int i = 0; i < Assembler.MAX_PIECES; i++) assembler.add("", false);

        assertThatThrownBy(() -> assembler.add("", false)).isInstanceOf(Assembler.TooBig.class);
    }
}

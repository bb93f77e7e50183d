package dev.parley.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.shared.Invalid;
import dev.parley.shared.TooLarge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SEC-5")
class ReceptionTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - SECOND);

    @Test
    void what_is_small_and_comes_in_time_is_received_as_it_is() throws IOException {
        byte[] sent = new byte[100_000];
        sent[99_999] = 7;

        assertThat(Reception.inMemory(new ByteArrayInputStream(sent), sent.length, now::get))
                .isEqualTo(sent);
    }

    @Test
    void a_trickle_is_cut_after_its_grace() {
        var trickle = new Trickle(1);

        assertThatThrownBy(() -> Reception.inMemory(trickle, 2 << 20, now::get)).isInstanceOf(Invalid.class);

        assertThat(trickle.reads).isEqualTo(31);
    }

    @Test
    void a_slow_line_that_goes_on_is_received() throws IOException {
        assertThat(Reception.inMemory(new Trickle(4096), 2 << 20, now::get)).hasSize(100 * 4096);
    }

    @Test
    void what_is_too_large_is_not_read_to_its_end() {
        var trickle = new Trickle(4096);

        assertThatThrownBy(() -> Reception.inMemory(trickle, 4096, now::get)).isInstanceOf(TooLarge.class);

        assertThat(trickle.reads).isEqualTo(2);
    }

    /** So many bytes each second, a hundred times. */
    private final class Trickle extends InputStream {
        private final int each;
        private int reads;

        Trickle(int each) {
            this.each = each;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("nobody reads single bytes");
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (reads == 100) return -1;
            reads++;
            now.addAndGet(SECOND);
            return Math.min(each, length);
        }
    }
}

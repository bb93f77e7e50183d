package dev.parley.file.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.file.FileScanner.Clean;
import dev.parley.file.FileScanner.Infected;
import dev.parley.file.FileScanner.Unscannable;
import dev.parley.file.FileScanner.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("CHAT-12")
class ClamAvScannerTest {
    private static final int LIMIT = 1 << 20;

    @Test
    void a_clean_file_is_sent_byte_for_byte_in_bounded_chunks() throws IOException {
        byte[] content = new byte[300_001];
        new Random(1).nextBytes(content);
        try (var clamd = new FakeClamd(LIMIT)) {
            assertThat(scan(clamd, content)).isEqualTo(new Clean());
            assertThat(clamd.streams()).singleElement().isEqualTo(content);
            assertThat(clamd.chunks()).allMatch(length -> length > 0 && length <= 65_536);
        }
    }

    @Test
    void an_empty_file_is_a_stream_of_no_chunks() throws IOException {
        try (var clamd = new FakeClamd(LIMIT)) {
            assertThat(scan(clamd, new byte[0])).isEqualTo(new Clean());
        }
    }

    @Test
    void malware_is_named() throws IOException {
        try (var clamd = new FakeClamd(LIMIT)) {
            assertThat(scan(clamd, bytes("X5O-EICAR"))).isEqualTo(new Infected("Eicar-Test-Signature"));
        }
    }

    @Test
    void the_daemons_own_limit_ends_the_stream_early_and_is_final() throws IOException {
        try (var clamd = new FakeClamd(LIMIT)) {
            assertThat(scan(clamd, new byte[8 * LIMIT])).isInstanceOf(Unscannable.class);
            assertThat(clamd.chunks().size()).isLessThan(2 * LIMIT / 65_536);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "silence"})
    void any_other_answer_and_none_mean_try_again(String content) throws IOException {
        try (var clamd = new FakeClamd(LIMIT)) {
            assertThatThrownBy(() -> scan(clamd, bytes(content))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_daemon_that_is_not_there_means_try_again() throws IOException {
        InetSocketAddress nobody;
        try (var clamd = new FakeClamd(LIMIT)) {
            nobody = clamd.address();
        }
        var scanner = new ClamAvScanner(nobody, Duration.ofSeconds(5));
        assertThatThrownBy(() -> scanner.scan(new ByteArrayInputStream(new byte[1])))
                .isInstanceOf(IOException.class);
        var unknown = new ClamAvScanner(InetSocketAddress.createUnresolved("nowhere.invalid", 1));
        assertThatThrownBy(() -> unknown.scan(new ByteArrayInputStream(new byte[1])))
                .isInstanceOf(IOException.class);
    }

    /** A time-out for reading alone would not end this: nobody takes the bytes. */
    @Test
    void a_daemon_that_neither_reads_nor_answers_is_left_at_the_deadline() throws IOException {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var scanner = new Patience(deaf)) {
            assertThatThrownBy(() -> scanner.scan(new byte[64 << 20])).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private record Patience(ServerSocket deaf) implements AutoCloseable {
        void scan(byte[] content) throws IOException {
            var address = new InetSocketAddress(deaf.getInetAddress(), deaf.getLocalPort());
            new ClamAvScanner(address, Duration.ofMillis(300)).scan(new ByteArrayInputStream(content));
        }

        @Override
        public void close() throws IOException {
            Socket waiting = deaf.accept();
            waiting.close();
        }
    }

    @Test
    void an_address_that_is_none_stops_the_start_instead_of_letting_files_pass() {
        for (String wrong : new String[] {"clamd", "clamd:", ":3310", "clamd:0", "clamd:99999", "clamd:port"}) {
            assertThatThrownBy(() -> ScannerChoice.clamAv(wrong)).hasMessageContaining("PARLEY_CLAMAV");
        }
        assertThat(ScannerChoice.clamAv("clamd:3310").configured()).isTrue();
        assertThat(ScannerChoice.clamAv("[::1]:3310").configured()).isTrue();
        assertThat(new NoScanner().configured()).isFalse();
    }

    private static Verdict scan(FakeClamd clamd, byte[] content) throws IOException {
        return new ClamAvScanner(clamd.address(), Duration.ofSeconds(20)).scan(new ByteArrayInputStream(content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

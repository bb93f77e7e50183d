package dev.parley.file.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.file.FileScanner.Clean;
import dev.parley.file.FileScanner.Infected;
import dev.parley.file.FileScanner.Unscannable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scanner against ClamAV's real daemon, which knows one signature: that of the EICAR test file. */
@Tag("CHAT-12")
class ClamAvScannerIT {
    private static final int LIMIT = 2 << 20;
    /** In two pieces, so that no scanner stops at this source. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    @TempDir
    static Path folder;

    private static Clamd clamd;

    @BeforeAll
    static void start() throws Exception {
        if (System.getenv("PARLEY_VERIFY") == null) assumeTrue(Clamd.installed(), "clamd is not installed");
        clamd = Clamd.start(folder, LIMIT);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (clamd != null) clamd.stop();
    }

    @Test
    void a_clean_file_is_clean() throws IOException {
        byte[] noise = new byte[1_500_000];
        new Random(7).nextBytes(noise);
        assertThat(scan(noise)).isEqualTo(new Clean());
        assertThat(scan(new byte[1])).isEqualTo(new Clean());
    }

    @Test
    void the_test_virus_is_found_and_named() throws IOException {
        assertThat(scan(EICAR.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOfSatisfying(
                        Infected.class, found -> assertThat(found.signature()).contains("Parley.Eicar"));
    }

    @Test
    void a_file_beyond_the_daemons_limit_is_unscannable_wherever_it_stops_reading() throws IOException {
        for (int size : new int[] {LIMIT + 1, LIMIT + 100_000, 25 << 20}) {
            assertThat(scan(new byte[size])).as("%d bytes", size).isInstanceOf(Unscannable.class);
        }
        assertThat(scan(new byte[LIMIT])).isEqualTo(new Clean());
    }

    @Test
    void the_daemon_answers_the_next_one_after_each_of_them() throws IOException {
        for (int i = 0; i < 20; i++) {
            assertThat(scan(new byte[LIMIT + i])).isInstanceOf(i == 0 ? Clean.class : Unscannable.class);
            assertThat(scan(EICAR.getBytes(StandardCharsets.US_ASCII))).isInstanceOf(Infected.class);
        }
    }

    private static Object scan(byte[] content) throws IOException {
        return new ClamAvScanner(clamd.address()).scan(new ByteArrayInputStream(content));
    }
}

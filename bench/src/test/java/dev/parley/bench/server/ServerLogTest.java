package dev.parley.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerLogTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WARNING: something",
                "[SEVERE] [dev.parley] broken",
                "java.lang.NullPointerException: null",
                "    at dev.parley.web.socket.Frames.read(Frames.java:12)",
                "java.lang.OutOfMemoryError: Java heap space",
            })
    void warnings_errors_and_traces_are_complaints(String line) {
        assertThat(ServerLog.complains(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INFO: Parley is ready",
                "conversation closed at 10:00 (idle)",
                "Payara Micro ready in 9,000 (ms)"
            })
    void the_desks_diary_is_none(String line) {
        assertThat(ServerLog.complains(line)).isFalse();
    }

    @Test
    void only_what_came_after_a_position_is_read(@TempDir Path folder) throws Exception {
        ServerLog log = new ServerLog(Files.writeString(folder.resolve("log"), "SEVERE: before\n"));
        long position = log.position();
        Files.writeString(log.file(), "SEVERE: before\nSEVERE: after\n");

        assertThat(log.complaintsAfter(position)).containsExactly("SEVERE: after");
    }
}

package dev.parley.sip.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Debian's sipp against Parley's servlets: a peer that others wrote. The same scenarios run against the packed servers. */
@Tag("VOX-3")
@Timeout(180)
class SippIT {
    @TempDir
    Path folder;

    @BeforeAll
    static void sippIsThere() {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(p -> Files.isExecutable(Path.of(p, "sipp")));
        assertThat(there || System.getenv("PARLEY_VERIFY") == null)
                .as("./verify needs sipp: apt install sip-tester")
                .isTrue();
        assumeTrue(there, "sipp is not installed");
    }

    @ParameterizedTest
    @CsvSource({
        "options,  u1, 20, parley-demo, 0", "options,  t1, 20, parley-demo, 0",
        "register, u1, 5,  parley-demo, 0", "register, t1, 5,  parley-demo, 0",
        "register, u1, 1,  wrong,       1",
    })
    void a_scenario_ends_as_it_should(String scenario, String transport, int calls, String password, int exit)
            throws Exception {
        try (Registrar registrar = new Registrar(PhoneWire.freePort())) {
            assertThat(sipp(scenario, transport, calls, password, registrar.port))
                    .isEqualTo(exit);
            assertThat(registrar.phones.bindings("1001")).isEmpty();
        }
    }

    private int sipp(String scenario, String transport, int calls, String password, int port)
            throws IOException, InterruptedException {
        Path file = folder.resolve(scenario + ".xml");
        try (var in = SippIT.class.getResourceAsStream("/sipp/" + scenario + ".xml")) {
            Files.copy(in, file);
        }
        List<String> command = new ArrayList<>(List.of("sipp", "-sf", file.toString(), "127.0.0.1:" + port));
        command.addAll(List.of("-i", "127.0.0.1", "-p", String.valueOf(PhoneWire.freePort()), "-t", transport));
        command.addAll(List.of("-s", "1001", "-ap", password, "-m", String.valueOf(calls), "-r", "5", "-nostdin"));
        command.addAll(List.of("-timeout", "120s", "-timeout_error"));
        Process sipp = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        try {
            assertThat(sipp.waitFor(150, TimeUnit.SECONDS)).as("sipp ended").isTrue();
            return sipp.exitValue();
        } finally {
            sipp.destroyForcibly();
        }
    }
}

package dev.parley.running.everywhere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Desk phones, played by sipp. */
@Tag("VOX-3")
class SipIT {
    private static final Path SCENARIOS =
            Path.of(System.getProperty("parley.root", ".."), "sip/app/src/test/resources/sipp");

    @ParameterizedTest(name = "{0} over {1}")
    @CsvSource({"options.xml,u1", "options.xml,t1", "register.xml,u1", "register.xml,t1"})
    void is_answered(String scenario, String transport) throws IOException, InterruptedException {
        assertThat(sipp(scenario, transport, ParleyRest.PASSWORD)).isZero();
    }

    @ParameterizedTest(name = "over {0}")
    @CsvSource({"u1", "t1"})
    void a_wrong_password_registers_nothing(String transport) throws IOException, InterruptedException {
        assertThat(sipp("register.xml", transport, "wrong")).isNotZero();
    }

    /** @return sipp's exit code: 0 when the one call went as the scenario says */
    private static int sipp(String scenario, String transport, String password)
            throws IOException, InterruptedException {
        RunningParley parley = RunningParley.shared();
        List<String> command = new ArrayList<>(List.of("sipp", "127.0.0.1:" + parley.sipPort()));
        command.addAll(List.of(
                "-sf", SCENARIOS.resolve(scenario).toAbsolutePath().normalize().toString()));
        command.addAll(List.of("-t", transport, "-i", "127.0.0.1", "-m", "1", "-s", "1001", "-ap", password));
        command.addAll(List.of("-nostdin", "-timeout", "60s", "-timeout_error"));
        Process sipp = new ProcessBuilder(command)
                .directory(parley.data().toFile())
                .redirectErrorStream(true)
                .redirectOutput(parley.data().resolveSibling("sipp.log").toFile())
                .start();
        if (!sipp.waitFor(90, TimeUnit.SECONDS)) sipp.destroyForcibly();
        return sipp.waitFor();
    }
}

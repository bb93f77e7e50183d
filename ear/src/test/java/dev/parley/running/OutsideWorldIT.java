package dev.parley.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A default installation talks to nobody. It is started in a network of its own that has nothing but loopback; the kernel counts every
 * packet for which it had no route, the question to a name server included.
 */
@Tag("OPS-8")
class OutsideWorldIT {
    private static final String WITHOUT_WORLD = "ip link set lo up && exec \"$@\"";

    @Test
    void a_default_installation_asks_nobody_outside() throws IOException {
        Place place = Place.fresh(Map.of("PARLEY_JAVA_OPTS", "-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));
        Process server = place.start(List.of(
                "unshare",
                "--net",
                "sh",
                "-c",
                WITHOUT_WORLD,
                "sh",
                Place.script("micro/start.sh"),
                Place.SERVERS.resolve("payara-micro.jar").toString(),
                place.archive().toString(),
                place.folder().resolve("run").toString()));
        try {
            Await.until(
                    "Parley without a world (log: " + place.log() + ")",
                    Duration.ofMinutes(10),
                    () -> Files.readString(place.log().toPath()).contains("Parley is ready"));
            assertThat(packetsWithoutRoute(server.pid())).isZero();
        } finally {
            Processes.end(server.toHandle());
        }
    }

    /** The measure itself: one that counts nothing would find everybody silent. */
    @Test
    void whoever_asks_outside_is_counted() throws IOException, InterruptedException {
        Process asking = new ProcessBuilder(
                        "unshare",
                        "--net",
                        "bash",
                        "-c",
                        "ip link set lo up; (: <>/dev/udp/192.0.2.1/53; : <>/dev/tcp/192.0.2.1/80) 2>/dev/null; cat /proc/self/net/snmp")
                .redirectErrorStream(true)
                .start();
        String counters = new String(asking.getInputStream().readAllBytes());

        assertThat(asking.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(withoutRoute(counters)).isPositive();
    }

    private static long packetsWithoutRoute(long process) throws IOException {
        return withoutRoute(Files.readString(Path.of("/proc", Long.toString(process), "net/snmp")));
    }

    /** {@code OutNoRoutes} of the two lines {@code Ip:}, names above numbers. */
    private static long withoutRoute(String counters) {
        List<String[]> lines = counters.lines()
                .filter(line -> line.startsWith("Ip:"))
                .map(line -> line.split(" "))
                .toList();
        int column = List.of(lines.get(0)).indexOf("OutNoRoutes");
        return Long.parseLong(lines.get(1)[column]);
    }
}

package dev.parley.bench.measure;

import dev.parley.bench.Await;
import dev.parley.bench.Options;
import dev.parley.bench.Program;
import dev.parley.bench.Report;
import dev.parley.bench.server.Folders;
import dev.parley.bench.server.ParleyServer;
import dev.parley.bench.server.Ports;
import dev.parley.bench.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * From {@code ./run} on a built Parley to ready, with fresh data and again with the same, and the memory it takes; against
 * the same Payara Micro without any application.
 */
public final class StartUp implements Program {

    @Override
    public void run(Options options, Report report) throws Exception {
        int rounds = options.number("rounds", 3);
        Path home = options.home();
        options.refuseOthers();
        Rounds fresh = new Rounds();
        Rounds again = new Rounds();
        Rounds bare = new Rounds();
        Rounds resident = new Rounds();
        Rounds bareResident = new Rounds();
        Rounds heap = new Rounds();
        for (int round = 0; round < rounds; round++) {
            report.progress("round " + (round + 1));
            Peer peer;
            try (ParleyServer server = ParleyServer.embedded(home)) {
                fresh.add(seconds(server));
                server.kill();
                again.add(seconds(server));
                ServerProcess process = server.process();
                resident.add(process.residentBytes() / 1e6);
                heap.add(process.liveHeapBytes() / 1e6);
                peer = Peer.of(process, home);
            }
            peer.measure(bare, bareResident);
        }
        report.table("From ./run to ready", "what", "median (least - most)")
                .row("Parley with fresh data, s", fresh)
                .row("Parley on existing data after kill -9, s", again)
                .row("bare Payara Micro, s", bare)
                .row("Parley in RAM when ready, MB", resident)
                .row("Parley live heap when ready, MB", heap)
                .row("bare Payara Micro in RAM when ready, MB", bareResident)
                .row("Parley / bare, time", fresh.median() / bare.median());
        report.check("every start became ready", true, rounds * 2 + " starts");
    }

    private static double seconds(ParleyServer server) throws Exception {
        long begin = System.nanoTime();
        server.start();
        return (System.nanoTime() - begin) / 1e9;
    }

    /** The same Java and Payara Micro that ran Parley, with the same listener and heap, and nothing deployed. */
    private record Peer(String java, Path micro, Path root, int port) {

        static Peer of(ServerProcess parley, Path home) throws IOException {
            List<String> arguments = parley.arguments();
            Path root = Folders.temporary("payara");
            Path preBoot = home.resolve(after("--prebootcommandfile", arguments));
            Files.copy(preBoot, root.resolve("pre-boot.txt"));
            return new Peer(arguments.get(0), home.resolve(after("-jar", arguments)), root, Ports.free());
        }

        private static String after(String option, List<String> arguments) {
            return arguments.get(arguments.indexOf(option) + 1);
        }

        void measure(Rounds time, Rounds resident) throws Exception {
            long begin = System.nanoTime();
            Process process = new ProcessBuilder(
                            java,
                            "-Xmx512m",
                            "-jar",
                            micro.toString(),
                            "--rootdir",
                            root.resolve("root").toString(),
                            "--nohazelcast",
                            "--disablephonehome",
                            "--port",
                            Integer.toString(port),
                            "--prebootcommandfile",
                            root.resolve("pre-boot.txt").toString())
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output().toFile())
                    .start();
            try {
                Await.until("bare Payara Micro is ready", Duration.ofMinutes(2), this::isReady);
                time.add((System.nanoTime() - begin) / 1e9);
                resident.add(new ServerProcess(process.pid()).residentBytes() / 1e6);
            } finally {
                process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
                Folders.delete(root);
            }
        }

        private Path output() {
            return root.resolve("output.log");
        }

        /** By its own word: without an application no address of it answers anything but 404. */
        private boolean isReady() throws IOException {
            return Files.readString(output()).contains(" ready in ");
        }
    }
}

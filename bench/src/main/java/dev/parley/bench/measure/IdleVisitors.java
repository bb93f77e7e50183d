package dev.parley.bench.measure;

import dev.parley.bench.Await;
import dev.parley.bench.Options;
import dev.parley.bench.Program;
import dev.parley.bench.Report;
import dev.parley.bench.client.Loop;
import dev.parley.bench.server.ParleyServer;
import dev.parley.bench.server.PostgresCluster;
import dev.parley.bench.server.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;

/** What a visitor costs who has opened the widget and only waits: heap that stays reachable, memory in RAM, processor time. */
public final class IdleVisitors implements Program {
    private static final double AIM_KB = 30;
    /** Visitors who come and go before anything is measured. */
    private static final int FIRST = 1500;
    /** Visitors who are there when the measure begins. */
    private static final int STAYING = 200;

    @Override
    public void run(Options options, Report report) throws Exception {
        int visitors = options.number("visitors", 5000);
        boolean postgres = options.text("db", "h2").equals("postgres");
        Path home = options.home();
        options.refuseOthers();
        try (PostgresCluster cluster = postgres ? PostgresCluster.start() : null;
                ParleyServer stopped =
                        postgres ? ParleyServer.on(home, cluster.database()) : ParleyServer.embedded(home);
                ParleyServer server = stopped.start();
                Loop loop = new Loop()) {
            ServerProcess process = server.process();
            // classes, pools and caches that the first visitors bring belong to no visitor
            Seats first = Seats.empty(loop);
            first.addIdle(server.address(), FIRST);
            first.leave();
            Seats seats = Seats.empty(loop);
            seats.addIdle(server.address(), STAYING);
            Await.pass(Duration.ofSeconds(5));
            long heapBefore = process.liveHeapBytes();
            long residentBefore = process.residentBytes();
            Report.Table table =
                    report.table("Idle visitors", "visitors", "live heap MB", "in RAM MB", "heap KB per visitor");
            table.row(STAYING, heapBefore / 1e6, residentBefore / 1e6, "-");
            double each = 0;
            for (int more : new int[] {visitors / 2, visitors}) {
                seats.addIdle(server.address(), more - seats.visitors.size() + STAYING);
                Await.pass(Duration.ofSeconds(5));
                long heap = process.liveHeapBytes();
                each = (heap - heapBefore) / 1e3 / more;
                table.row(more + STAYING, heap / 1e6, process.residentBytes() / 1e6, each);
            }
            long cpu = process.cpuMicros();
            Duration quiet = Duration.ofSeconds(45);
            Await.pass(quiet);
            table.row(
                    "processor time while idle",
                    Report.figure((process.cpuMicros() - cpu) / 1e4 / quiet.toSeconds()) + " %",
                    "",
                    "");
            report.note("What holds most of the heap:\n\n```\n" + process.largestClasses(25) + "\n```");
            report.aim(
                    "at most " + AIM_KB + " KB of live heap per idle visitor",
                    each <= AIM_KB,
                    Report.figure(each) + " KB");
            report.check("no idle socket was closed", seats.closed() == 0, seats.closed() + " closed");
            seats.leave();
        }
    }
}

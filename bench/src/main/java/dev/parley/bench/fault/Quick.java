package dev.parley.bench.fault;

import dev.parley.bench.Options;
import dev.parley.bench.Program;
import dev.parley.bench.Report;
import dev.parley.bench.frame.Frames;
import dev.parley.bench.measure.WidgetCost;
import dev.parley.bench.server.ParleyServer;
import dev.parley.bench.server.PostgresCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * All faults, small, for {@code ./verify}: two kills on H2 and then, on that same server, repeated frames, frames that are
 * none, slow readers, a customer's page with the widget and a silent cut; one kill and one database restart on PostgreSQL.
 */
public final class Quick implements Program {

    @Override
    public void run(Options options, Report report) throws Exception {
        int frames = options.number("frames", 20_000);
        Random chance = new Random(options.seed());
        Path home = options.home();
        options.refuseOthers();
        try (ParleyServer server = ParleyServer.embedded(home).start()) {
            Kills.strike(report, server, null, new Kills.Plan(2, 0, 8), chance);
            Duplicates.repeat(report, server.address(), 300, chance);
            Frames.everything(report, server, frames, chance);
            // a stall is meant here, not a figure: the machine that verifies may be busy
            SlowReaders.hold(report, server, 3, 200, 10);
            WidgetCost.cost(report, server.address(), new WidgetCost.Plan(1, 1, 0), chance);
            SilentCut.cut(report, server, 8, Duration.ofSeconds(52), chance);
            noComplaints(report, server, "H2");
        }
        try (PostgresCluster cluster = PostgresCluster.start();
                ParleyServer server = ParleyServer.on(home, cluster.database()).start()) {
            Kills.strike(report, server, cluster, new Kills.Plan(1, 1, 8), chance);
        }
    }

    private static void noComplaints(Report report, ParleyServer server, String database) throws Exception {
        List<String> complaints = server.log().complaintsAfter(0);
        report.check(
                "nothing uncaught in the log on " + database,
                complaints.isEmpty(),
                complaints.isEmpty() ? "" : complaints.size() + " lines, such as " + complaints.get(0));
    }
}

package dev.parley.bench.routing;

import dev.parley.bench.Await;
import dev.parley.bench.Options;
import dev.parley.bench.Program;
import dev.parley.bench.Report;
import dev.parley.bench.server.ParleyServer;
import dev.parley.bench.server.PostgresCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/**
 * Random events against a plain model: several nodes on one PostgreSQL, visitors, agents and an administrator who do whatever they may, the
 * sudden death of a node; then the whole history of the database, commit by commit, against the promises of routing.
 */
public final class RoutingStorm implements Program {
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final Duration DEAD = Duration.ofSeconds(40);
    /** What is left behind is given back by then: the grace time and a little. */
    private static final Duration AFTERMATH = Duration.ofSeconds(35);
    /** All of it shares one small machine: collections need no second thread. */
    private static final String JVM = "-Xmx512m -XX:+UseSerialGC";

    /** How much of everything. */
    private record Plan(int events, int nodes, int kills, int agents, int visitors, double arrivals) {}

    @Override
    public void run(Options options, Report report) throws Exception {
        boolean quick = options.flag("quick");
        Plan plan = new Plan(
                options.number("events", quick ? 1_500 : 100_000),
                options.number("nodes", 2),
                options.number("kills", quick ? 0 : 1),
                options.number("agents", quick ? 15 : 24),
                options.number("visitors", 120),
                options.number("arrivals", quick ? 8 : 9));
        Random chance = new Random(options.seed());
        Path home = options.home();
        options.refuseOthers();
        if (plan.kills > 0 && plan.nodes < 2) {
            throw new IllegalArgumentException("where a node is killed another one must be left");
        }

        List<ParleyServer> servers = new ArrayList<>();
        try (PostgresCluster cluster = PostgresCluster.start(
                List.of("track_commit_timestamp = on", "max_connections = 300", "log_lock_waits = on"))) {
            try {
                String secret = UUID.randomUUID() + "-" + UUID.randomUUID();
                for (int i = 0; i < plan.nodes; i++) {
                    servers.add(ParleyServer.on(home, cluster.database())
                            .with("PARLEY_SECRET", secret)
                            .with("PARLEY_JAVA_OPTS", JVM)
                            .yielding());
                }
                for (ParleyServer server : servers) {
                    server.start();
                }
                storm(report, plan, servers, new Watch(cluster.database()), quick, chance);
                logs(report, servers, cluster);
            } finally {
                servers.forEach(ParleyServer::close);
            }
        }
    }

    private static void storm(
            Report report, Plan plan, List<ParleyServer> servers, Watch watch, boolean quick, Random chance)
            throws Exception {
        watch.begin();
        Nodes nodes = new Nodes();
        servers.forEach(server -> nodes.add(server.address()));
        StormCompany company = new StormCompany(nodes.any(chance).rest(), watch, chance).found(plan.agents);
        report.progress(company.agents().size() + " agents are there");
        try (Storm storm = new Storm(nodes, company, plan.visitors, plan.arrivals, chance)) {
            long begin = System.nanoTime();
            storm.begin();
            for (int kill = 1; kill <= plan.kills; kill++) {
                reach(report, storm, (long) plan.events * kill / (plan.kills + 1));
                strike(report, storm, servers, kill % plan.nodes);
            }
            reach(report, storm, plan.events);
            storm.end();
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (!quick) {
                Await.pass(AFTERMATH);
            }
            servers.forEach(ParleyServer::kill);
            judge(report, plan, storm, watch, seconds);
        }
    }

    private static void reach(Report report, Storm storm, long events) throws TimeoutException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (storm.tally().events() < events) {
            Await.within(Duration.ofSeconds(30), () -> storm.tally().events() >= events);
            report.progress(storm.tally().events() + " events");
            if (System.nanoTime() > end) {
                throw new TimeoutException("only " + storm.tally().events() + " events");
            }
        }
    }

    private static void strike(Report report, Storm storm, List<ParleyServer> servers, int victim) throws Exception {
        report.progress("node " + victim + " is killed at " + Moment.now());
        servers.get(victim).kill();
        storm.nodes().up(victim, false);
        Await.pass(DEAD);
        servers.get(victim).launch();
        servers.get(victim).awaitReady();
        storm.nodes().up(victim, true);
        report.progress("node " + victim + " is back");
    }

    private static void judge(Report report, Plan plan, Storm storm, Watch watch, double seconds) throws SQLException {
        report.progress("judging " + watch.changes() + " changes");
        long begin = System.nanoTime();
        Judge judge = new Judge(storm.hearing());
        watch.walk(judge::hear);
        judge.end();
        new StormReport(report, storm.tally(), storm.pace().heldBack(), judge)
                .write(seconds, (System.nanoTime() - begin) / 1e9);
        report.note(
                "Each node ran with `" + JVM + "`; as root, its start and its compilers took what nobody else wanted.");
        report.check(
                "so many events were done and answered",
                storm.tally().events() >= plan.events,
                Long.toString(storm.tally().events()));
    }

    /** Counts what is no plain news in them, and keeps them if a promise was broken. */
    private static void logs(Report report, List<ParleyServer> servers, PostgresCluster cluster) throws IOException {
        Report.Table table = report.table("What the nodes logged that is no plain news", "node", "lines", "the first");
        for (int i = 0; i < servers.size(); i++) {
            List<String> lines = servers.get(i).log().complaintsAfter(0);
            table.row(i, lines.size(), lines.isEmpty() ? "" : lines.get(0).replace("|", "\\|"));
        }
        if (report.failed()) {
            Path kept = Files.createTempDirectory("parley-bench-routing-logs-");
            for (int i = 0; i < servers.size(); i++) {
                Files.copy(servers.get(i).log().file(), kept.resolve("node" + i + ".log"));
            }
            Files.copy(cluster.log(), kept.resolve("postgresql.log"));
            report.note("The logs are kept: " + kept.getFileName());
        }
    }
}

package dev.parley.bench.fault;

import dev.parley.bench.Await;
import dev.parley.bench.Options;
import dev.parley.bench.Program;
import dev.parley.bench.Report;
import dev.parley.bench.history.History;
import dev.parley.bench.history.HistoryCheck;
import dev.parley.bench.server.ParleyServer;
import dev.parley.bench.server.PostgresCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeoutException;

/**
 * Kills the server without warning at random moments under load, some of them during its start, starts it again on the same
 * data, and checks the whole history. With {@code --database-restarts} PostgreSQL is restarted under load too, as after a
 * power cut.
 */
public final class Kills implements Program {

    @Override
    public void run(Options options, Report report) throws Exception {
        boolean postgres = options.text("db", "h2").equals("postgres");
        int kills = options.number("kills", 30);
        int restarts = options.number("database-restarts", postgres ? 5 : 0);
        int visitors = options.number("visitors", 8);
        Random chance = new Random(options.seed());
        Path home = options.home();
        options.refuseOthers();

        try (PostgresCluster cluster = postgres ? PostgresCluster.start() : null;
                ParleyServer server =
                        postgres ? ParleyServer.on(home, cluster.database()) : ParleyServer.embedded(home)) {
            server.start();
            strike(report, server, cluster, new Plan(kills, restarts, visitors), chance);
        }
    }

    /** How often and under which load. */
    record Plan(int kills, int databaseRestarts, int visitors) {}

    /** Lets a crowd talk on the running server, strikes as planned, and checks; the server runs in the end. */
    static void strike(Report report, ParleyServer server, PostgresCluster cluster, Plan plan, Random chance)
            throws Exception {
        Path file = Files.createTempFile("parley-bench-history", ".jsonl");
        List<Double> readyAfter = new ArrayList<>();
        List<Double> liveAfter = new ArrayList<>();
        Map<String, List<String>> left;
        try (History history = new History(file);
                Crowd crowd = new Crowd(server.address(), history, chance)) {
            crowd.begin(plan.visitors());
            for (int i = 1; i <= plan.kills(); i++) {
                underLoad(crowd, chance);
                history.write("fault", "what", "kill", "number", i);
                long begin = System.nanoTime();
                killAndStart(server, history, chance);
                readyAfter.add(secondsSince(begin));
                Await.until("all clients are back", Duration.ofMinutes(3), crowd::allLive);
                liveAfter.add(secondsSince(begin));
                report.progress("kill " + i + " of " + plan.kills() + ", answers so far " + crowd.answers());
            }
            for (int i = 1; i <= plan.databaseRestarts(); i++) {
                underLoad(crowd, chance);
                history.write("fault", "what", "database restart", "number", i);
                cluster.restartImmediately();
                report.progress("database restart " + i + ", answers so far " + crowd.answers());
            }
            underLoad(crowd, chance);
            crowd.end();
            List<String> refusals = crowd.refusals();
            report.check("no client was refused for good", refusals.isEmpty(), String.join("; ", refusals));
            tell(report, server, cluster == null ? "H2" : "PostgreSQL", plan, history, readyAfter, liveAfter);
            left = crowd.conversations();
        }
        check(report, file);
        Farewell.say(server.address(), left);
    }

    private static void underLoad(Crowd crowd, Random chance) {
        long before = crowd.answers();
        Await.within(Duration.ofSeconds(30), () -> crowd.answers() > before + 20);
        Await.pass(Duration.ofMillis(200 + chance.nextInt(3000)));
    }

    /** One start in five is killed again before it is ready: a migration or a repair must survive that. */
    private static void killAndStart(ParleyServer server, History history, Random chance)
            throws IOException, TimeoutException, InterruptedException {
        server.kill();
        server.launch();
        if (chance.nextInt(5) == 0) {
            Await.pass(Duration.ofMillis(1000 + chance.nextInt(8000)));
            history.write("fault", "what", "kill during the start");
            server.kill();
            server.launch();
        }
        server.awaitReady();
    }

    private static void tell(
            Report report,
            ParleyServer server,
            String database,
            Plan plan,
            History history,
            List<Double> readyAfter,
            List<Double> liveAfter)
            throws IOException {
        report.table("Kills on " + database, "what", "figure")
                .row("kill -9 under load", plan.kills())
                .row("database restarts (immediate)", plan.databaseRestarts())
                .row("messages wanted", history.count("invoke"))
                .row("messages answered", history.count("sent"))
                .row("outcomes unknown, then sent again", history.count("unknown"))
                .row("messages seen live", history.count("seen"))
                .row("messages fetched to fill a gap", history.count("fetched"))
                .row("kill to ready, median / longest, s", medianAndMost(readyAfter))
                .row("kill to all clients live again, median / longest, s", medianAndMost(liveAfter))
                .row("memory in RAM in the end, MB", server.process().residentBytes() / 1e6);
    }

    /** All rules over the history in the file, which is kept only if one is broken. */
    static void check(Report report, Path file) throws IOException {
        boolean[] whole = {true};
        HistoryCheck.of(file)
                .forEach((rule, places) -> whole[0] &= report.check(
                        rule,
                        places.isEmpty(),
                        places.isEmpty() ? "" : places.size() + " times, such as " + places.get(0)));
        if (whole[0]) {
            Files.delete(file);
        } else {
            report.note("The history is kept: " + file.getFileName());
        }
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static String medianAndMost(List<Double> values) {
        if (values.isEmpty()) {
            return "-";
        }
        List<Double> sorted = values.stream().sorted().toList();
        return Report.figure(sorted.get(sorted.size() / 2)) + " / " + Report.figure(sorted.get(sorted.size() - 1));
    }
}

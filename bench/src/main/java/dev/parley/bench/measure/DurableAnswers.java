package dev.parley.bench.measure;

import dev.parley.bench.Options;
import dev.parley.bench.Program;
import dev.parley.bench.Report;
import dev.parley.bench.client.Loop;
import dev.parley.bench.server.ParleyServer;
import dev.parley.bench.server.PostgresCluster;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How many messages a second Parley answers durably on PostgreSQL with fsync, and how soon, at given rates and at its own
 * limit, against a bare loop of group commits on the same cluster in the same rounds. An agent hears every message too.
 */
public final class DurableAnswers implements Program {

    @Override
    public void run(Options options, Report report) throws Exception {
        int rounds = options.number("rounds", 3);
        int visitors = options.number("visitors", 500);
        Duration stretch = Duration.ofSeconds(options.number("seconds", 10));
        Path home = options.home();
        options.refuseOthers();

        try (PostgresCluster cluster = PostgresCluster.start();
                ParleyServer server = ParleyServer.on(home, cluster.create("parley"));
                BareCommitLoop bare = new BareCommitLoop(cluster.create("bare"));
                Loop loop = new Loop()) {
            server.start();
            Seats seats = Seats.atParley(loop, server.address(), visitors, Seats.AGENTS);
            Exchange exchange = new Exchange(loop, seats, new ParleyWire(), false);
            report.progress("warming");
            for (int i = 0; i < 3; i++) {
                exchange.openLoop(1000, stretch);
                bare.offered(1000, stretch.dividedBy(3));
            }
            new Comparison(report, bare, exchange, seats, rounds, stretch).run();
            seats.leave();
        }
    }

    /** The two, at each rate and at their limits. */
    private record Comparison(
            Report report, BareCommitLoop bare, Exchange exchange, Seats seats, int rounds, Duration stretch) {

        private void run() throws Exception {
            Report.Table table = report.table(
                    "Durable answers on PostgreSQL, fsync on",
                    "offered/s",
                    "round",
                    "server",
                    "answered/s",
                    "p50 ms",
                    "p99 ms");
            for (int rate : new int[] {1000, 5000}) {
                Rounds share = new Rounds();
                for (int round = 1; round <= rounds; round++) {
                    BareCommitLoop.Figures limit = bare.offered(rate, stretch);
                    table.row(rate, round, "bare loop", limit.perSecond(), limit.latency(50), limit.latency(99));
                    share.add(parley(table, Integer.toString(rate), round, exchange.openLoop(rate, stretch))
                            / limit.perSecond());
                }
                report.aim(
                        "at " + rate + " offered a second at least half of what the bare loop answers",
                        share.median() >= 0.5,
                        "share " + share);
            }
            Rounds share = new Rounds();
            int underWay = 1000;
            for (int round = 1; round <= rounds; round++) {
                BareCommitLoop.Figures limit = bare.answeredLoop(underWay, stretch);
                table.row("limit", round, "bare loop", limit.perSecond(), limit.latency(50), limit.latency(99));
                Exchange.Figures figures =
                        exchange.answeredLoop(Math.max(1, underWay / seats.visitors.size()), stretch);
                share.add(parley(table, "limit", round, figures) / limit.perSecond());
            }
            report.aim("at its limit at least half of the bare loop's limit", share.median() >= 0.5, "share " + share);
        }

        private double parley(Report.Table table, String offered, int round, Exchange.Figures figures) {
            double perSecond = figures.answered() / figures.seconds();
            table.row(offered, round, "Parley", perSecond, figures.answer(50), figures.answer(99));
            report.check(
                    "offered " + offered + ", round " + round + ": no errors, no socket closed",
                    figures.errors().isEmpty() && seats.closed() == 0,
                    figures.errors().stream().findFirst().orElse("") + " closed " + seats.closed());
            return perSecond;
        }
    }
}

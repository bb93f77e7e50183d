package dev.parley.bench.measure;

import dev.parley.bench.Machine;
import dev.parley.bench.Options;
import dev.parley.bench.Program;
import dev.parley.bench.Report;
import dev.parley.bench.client.Loop;
import dev.parley.bench.server.OwnJvm;
import dev.parley.bench.server.ParleyServer;
import dev.parley.bench.server.Ports;
import dev.parley.bench.server.PostgresCluster;
import dev.parley.bench.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Processor time of the server per delivered message, visitor to agent and back through the whole product (authorised, stored
 * and committed before it is answered), against a relay that only relays, in the same rounds: first {@code --pairs} that
 * write as fast as they are answered, then {@code --connections} visitors at {@code --rate} messages a second in all.
 */
public final class RelayCost implements Program {
    private static final String SERVERS_CORE = "0";
    private static final String GENERATORS_CORE = "1";
    private static final int AGENTS = Seats.AGENTS.size();
    private static final double AIM = 4.5;

    @Override
    public void run(Options options, Report report) throws Exception {
        int rounds = options.number("rounds", 5);
        int pairs = options.number("pairs", 50);
        int connections = options.number("connections", 2000);
        int rate = options.number("rate", 400);
        Duration stretch = Duration.ofSeconds(options.number("seconds", 6));
        Duration warm = Duration.ofSeconds(options.number("warm", 90));
        boolean postgres = options.text("db", "h2").equals("postgres");
        Path home = options.home();
        options.refuseOthers();

        Machine.keepOn(GENERATORS_CORE);
        int port = Ports.free();
        try (PostgresCluster cluster = postgres ? PostgresCluster.start() : null;
                ParleyServer stopped =
                        postgres ? ParleyServer.on(home, cluster.database()) : ParleyServer.embedded(home);
                ParleyServer server = stopped.keptOn(SERVERS_CORE);
                OwnJvm bare = OwnJvm.start(
                        SERVERS_CORE,
                        BareRelay.class,
                        Integer.toString(port),
                        Integer.toString(connections + pairs),
                        Integer.toString(AGENTS));
                Loop loop = new Loop()) {
            server.start();
            Side parley = new Side("Parley", server.process(), new ParleyWire());
            Side relay = new Side("bare relay", bare.process(), new BareWire());
            URI bareAddress = URI.create("http://127.0.0.1:" + port + "/");

            parley.seats = Seats.atParley(loop, server.address(), pairs, Seats.AGENTS);
            relay.seats = Seats.atBareRelay(loop, bareAddress, pairs, AGENTS);
            compare(
                    report,
                    loop,
                    pairs + " pairs, closed loop",
                    rounds,
                    warm,
                    parley,
                    relay,
                    exchange -> exchange.closedLoop(stretch));
            parley.seats.closeConversations();
            parley.seats.leave();
            relay.seats.leave();

            parley.seats = Seats.atParley(loop, server.address(), connections, Seats.AGENTS);
            relay.seats = Seats.atBareRelay(loop, bareAddress, connections, AGENTS);
            compare(
                    report,
                    loop,
                    connections + " visitors, " + rate + " messages/s and as many back",
                    rounds,
                    stretch,
                    parley,
                    relay,
                    exchange -> exchange.openLoop(rate, stretch.multipliedBy(2)));
            parley.seats.leave();
            relay.seats.leave();
        }
    }

    /** One of the two that are compared, with what was measured of it. */
    private static final class Side {
        private final String name;
        private final ServerProcess process;
        private final Wire wire;
        private Seats seats;

        private Side(String name, ServerProcess process, Wire wire) {
            this.name = name;
            this.process = process;
            this.wire = wire;
        }
    }

    private static void compare(
            Report report,
            Loop loop,
            String what,
            int rounds,
            Duration warm,
            Side parley,
            Side bare,
            Function<Exchange, Exchange.Figures> load)
            throws IOException {
        Exchange throughParley = new Exchange(loop, parley.seats, parley.wire, true);
        Exchange throughBare = new Exchange(loop, bare.seats, bare.wire, true);
        report.progress("warming: " + what);
        // the product is larger by far and on its one core takes a minute of load until it is compiled
        for (long end = System.nanoTime() + warm.toNanos(); System.nanoTime() < end; ) {
            load.apply(throughParley);
        }
        load.apply(throughBare);
        load.apply(throughBare);
        Map<String, Rounds> cost = new TreeMap<>();
        Rounds ratio = new Rounds();
        Report.Table table =
                report.table(what, "round", "server", "CPU us per message", "messages/s", "p50 ms", "p99 ms");
        for (int round = 1; round <= rounds; round++) {
            double limit = one(table, round, bare, throughBare, load, report);
            double product = one(table, round, parley, throughParley, load, report);
            cost.computeIfAbsent(bare.name, name -> new Rounds()).add(limit);
            cost.computeIfAbsent(parley.name, name -> new Rounds()).add(product);
            ratio.add(product / limit);
        }
        report.note("CPU us per delivered message, median (least - most): " + cost + "; paired ratio " + ratio + ".");
        report.aim(what + ": at most " + AIM + " times the bare relay's CPU", ratio.median() <= AIM, ratio.toString());
    }

    private static double one(
            Report.Table table,
            int round,
            Side side,
            Exchange exchange,
            Function<Exchange, Exchange.Figures> load,
            Report report)
            throws IOException {
        long before = side.process.cpuMicros();
        Exchange.Figures figures = load.apply(exchange);
        double cost = (side.process.cpuMicros() - before) / (double) figures.delivered();
        table.row(
                round,
                side.name,
                cost,
                figures.delivered() / figures.seconds(),
                figures.delivery(50),
                figures.delivery(99));
        report.check(
                "round " + round + ", " + side.name + ": no errors, no socket closed",
                figures.errors().isEmpty() && side.seats.closed() == 0,
                figures.errors().stream().findFirst().orElse("") + " closed " + side.seats.closed());
        return cost;
    }
}

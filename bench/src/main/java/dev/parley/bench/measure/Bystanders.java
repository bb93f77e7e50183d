package dev.parley.bench.measure;

import dev.parley.bench.Report;
import dev.parley.bench.client.Loop;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;

/** Visitors and agents who talk quietly while something else happens to the server, and feel it or not. Their agent is agent2. */
public final class Bystanders implements AutoCloseable {
    private static final int VISITORS = 8;
    private static final int PER_SECOND = 50;

    private final Seats seats;
    private final Exchange exchange;

    /** Lets them in and talk a little. */
    public Bystanders(Loop loop, URI server) throws Exception {
        seats = Seats.atParley(loop, server, VISITORS, List.of("agent2@acme.example"));
        exchange = new Exchange(loop, seats, new ParleyWire(), true);
    }

    /** Milliseconds from due to delivered. */
    public record Latency(double p50, double p99) {
        private static Latency of(Histogram delivery) {
            return new Latency(delivery.getValueAtPercentile(50) / 1e3, delivery.getValueAtPercentile(99) / 1e3);
        }

        @Override
        public String toString() {
            return Report.figure(p50) + " / " + Report.figure(p99);
        }
    }

    public Latency latency(Duration time) {
        return Latency.of(exchange.openLoop(PER_SECOND, time).delivery());
    }

    /** What they feel as long as it lasts, measured in stretches of half a second. */
    public Latency latencyWhile(BooleanSupplier lasts) {
        Histogram all = new Histogram(120_000_000, 3);
        do {
            all.add(exchange.openLoop(PER_SECOND, Duration.ofMillis(500)).delivery());
        } while (lasts.getAsBoolean());
        return Latency.of(all);
    }

    @Override
    public void close() {
        seats.leave();
    }
}

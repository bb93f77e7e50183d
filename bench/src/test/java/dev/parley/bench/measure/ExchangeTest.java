package dev.parley.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bench.FakeDesk;
import dev.parley.bench.client.Loop;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    @Test
    void messages_and_answers_are_counted_once_each_way() throws Exception {
        try (FakeDesk desk = new FakeDesk();
                Loop loop = new Loop()) {
            Seats seats = Seats.atParley(loop, desk.address(), 4, List.of("agent1@acme.example"));
            Exchange exchange = new Exchange(loop, seats, new ParleyWire(), true);

            Exchange.Figures figures = exchange.openLoop(100, Duration.ofMillis(1000));

            assertThat(figures.errors()).isEmpty();
            assertThat(figures.delivered() / figures.seconds()).isBetween(150.0, 210.0);
            assertThat(figures.delivered()).isCloseTo(figures.answered(), Offset.offset(20L));
            assertThat(figures.delivery().getTotalCount()).isGreaterThanOrEqualTo(figures.delivered());
        }
    }

    @Test
    void a_closed_loop_goes_on_by_itself() throws Exception {
        try (FakeDesk desk = new FakeDesk();
                Loop loop = new Loop()) {
            Seats seats = Seats.atParley(loop, desk.address(), 4, List.of("agent1@acme.example"));

            Exchange.Figures figures =
                    new Exchange(loop, seats, new ParleyWire(), true).closedLoop(Duration.ofMillis(500));

            assertThat(figures.delivered()).isGreaterThan(50);
        }
    }
}

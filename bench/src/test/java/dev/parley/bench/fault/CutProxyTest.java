package dev.parley.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bench.Await;
import dev.parley.bench.FakeDesk;
import dev.parley.bench.client.DeskSocket;
import dev.parley.bench.client.Json;
import dev.parley.bench.client.Loop;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CutProxyTest {
    private final Loop loop = new Loop();
    private final FakeDesk desk = new FakeDesk();
    private CutProxy proxy;
    private DeskSocket socket;

    @BeforeEach
    void connect() throws Exception {
        proxy = new CutProxy(loop, desk.address().getPort());
        socket = DeskSocket.open(loop, proxy.address(), "visitor", "visitor1", Map.of(), frame -> {})
                .get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() {
        proxy.close();
        desk.close();
        loop.close();
    }

    @Test
    void nothing_passes_a_silent_wire_and_all_of_it_passes_after_healing() throws Exception {
        proxy.silence();

        CompletableFuture<?> answer = loop.ask(() -> socket.ask(Json.object("type", "close")));
        boolean answeredInSilence = Await.within(Duration.ofMillis(300), answer::isDone);
        proxy.heal();

        assertThat(answeredInSilence).isFalse();
        assertThat(answer).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void a_client_does_not_learn_in_silence_that_the_server_has_closed() throws Exception {
        proxy.silence();

        desk.cutAll();
        Await.until(
                "the server closed",
                Duration.ofSeconds(10),
                () -> !proxy.serverGaveUpAfter().isEmpty());

        assertThat(proxy.stillHeldByServer()).isZero();
        assertThat(socket.closed()).isNotDone();
        proxy.heal();
        assertThat(socket.closed()).succeedsWithin(Duration.ofSeconds(10));
    }
}

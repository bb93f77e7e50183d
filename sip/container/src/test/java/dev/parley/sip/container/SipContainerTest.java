package dev.parley.sip.container;

import static dev.parley.sip.container.SipWire.header;
import static dev.parley.sip.container.SipWire.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("VOX-3")
@Tag("VOX-13")
@Timeout(60)
class SipContainerTest {
    private int port;
    private Echo servlet;
    private SipContainer container;

    @BeforeEach
    void start() throws Exception {
        port = SipWire.freePort();
        start(settings());
    }

    private SipSettings settings() {
        return SipSettings.of(InetAddress.getLoopbackAddress(), port, Set.of("OPTIONS"));
    }

    private void start(SipSettings settings) throws Exception {
        servlet = new Echo();
        container = SipContainer.start(settings, List.of(servlet));
    }

    @AfterEach
    void stop() {
        servlet.open.countDown();
        container.close();
    }

    private SipWire connect(String transport) throws IOException {
        return transport.equals("UDP") ? SipWire.udp(port) : SipWire.tcp(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UDP", "TCP"})
    void a_servlet_answers_on_both_transports(String transport) throws IOException {
        try (SipWire peer = connect(transport)) {
            String answer = peer.ask(peer.request("OPTIONS", ""));

            assertThat(status(answer)).isEqualTo(200);
            assertThat(header(answer, "X-Seen")).isEqualToIgnoringCase("sip:1001@localhost " + transport);
            assertThat(header(answer, "Allow")).isEqualTo("OPTIONS");
            assertThat(header(answer, "To")).contains(";tag=");
            assertThat(header(answer, "Server")).isEqualTo("Parley");
            assertThat(header(answer, "Via"))
                    .contains("rport=" + peer.localPort())
                    .contains("received=127.0.0.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UDP", "TCP"})
    void a_body_comes_and_goes_unchanged(String transport) throws IOException {
        try (SipWire peer = connect(transport)) {
            String body = "Grüße\r\n\r\nOPTIONS sip:x SIP/2.0\r\n";
            String request = peer.request("OPTIONS", "X-Wish: body\r\nContent-Type: text/plain;charset=utf-8\r\n")
                    .replace("Content-Length: 0", "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);

            String answer = peer.ask(request + body);

            assertThat(status(answer)).isEqualTo(200);
            assertThat(header(answer, "Content-Type")).contains("text/plain");
            assertThat(answer).endsWith("\r\n\r\n" + body);
        }
    }

    @Test
    void a_retransmission_gets_the_same_answer_and_is_served_once() throws IOException {
        try (SipWire peer = SipWire.udp(port)) {
            String request = peer.request("OPTIONS", "");
            String first = peer.ask(request);
            String second = peer.ask(request);

            assertThat(second).isEqualTo(first);
            assertThat(servlet.served).hasValue(1);
        }
    }

    @Test
    void a_message_sliced_anywhere_is_served_once() throws IOException {
        try (SipWire peer = SipWire.tcp(port)) {
            int length = peer.request("OPTIONS", "sip:127.0.0.1", "slice000", 100, "")
                    .length();
            for (int cut = 1; cut < length; cut++) {
                String request = peer.request("OPTIONS", "sip:127.0.0.1", String.format("slice%03d", cut), 100, "");
                peer.send(request.substring(0, cut));
                peer.send(request.substring(cut));
                String answer = peer.receive();

                assertThat(status(answer)).as("cut at %d", cut).isEqualTo(200);
                assertThat(header(answer, "Call-ID")).isEqualTo(header(request, "Call-ID"));
            }
            assertThat(servlet.served).hasValue(length - 1);
        }
    }

    @Test
    void several_messages_in_one_packet_are_all_served() throws IOException {
        try (SipWire peer = SipWire.tcp(port)) {
            peer.send(peer.request("OPTIONS", "") + "\r\n" + peer.request("OPTIONS", "") + peer.request("OPTIONS", ""));

            for (int i = 0; i < 3; i++) {
                assertThat(status(peer.receive())).isEqualTo(200);
            }
        }
    }

    @Test
    void a_ping_on_a_stream_is_answered_and_one_in_a_datagram_is_not() throws IOException {
        try (SipWire stream = SipWire.tcp(port);
                SipWire datagrams = SipWire.udp(port)) {
            stream.send("\r\n\r\n" + stream.request("OPTIONS", ""));
            assertThat(stream.receive()).startsWith("\r\nSIP/2.0 200 OK");

            datagrams.send("\r\n\r\n");
            assertThat(status(datagrams.ask(datagrams.request("OPTIONS", "")))).isEqualTo(200);
        }
    }

    @Test
    void an_announced_flood_is_refused_and_its_connection_closed() throws IOException {
        try (SipWire bomber = SipWire.tcp(port);
                SipWire other = SipWire.tcp(port)) {
            bomber.send(bomber.request("OPTIONS", "").replace("Content-Length: 0", "Content-Length: 2000000000"));

            assertThat(status(bomber.receive())).isEqualTo(513);
            assertThat(bomber.isClosedByPeer()).isTrue();
            assertThat(status(other.ask(other.request("OPTIONS", "")))).isEqualTo(200);
        }
    }

    @Test
    void a_servlet_that_fails_is_answered_500_and_the_next_request_is_served() throws IOException {
        try (SipWire peer = SipWire.udp(port)) {
            assertThat(status(peer.ask(peer.request("OPTIONS", "X-Wish: error\r\n"))))
                    .isEqualTo(500);
            assertThat(status(peer.ask(peer.request("OPTIONS", "")))).isEqualTo(200);
        }
    }

    @Test
    void a_session_is_gone_when_its_request_is_answered() throws IOException {
        try (SipWire peer = SipWire.udp(port)) {
            assertThat(status(peer.ask(peer.request("OPTIONS", "X-Wish: session\r\n"))))
                    .isEqualTo(200);

            eventually(() -> container.sessions() == 0);
        }
    }

    @Test
    void when_the_lanes_are_full_the_sender_hears_503_and_when() throws Exception {
        container.close();
        start(settings().withQueue(1, 2));
        servlet.open = new CountDownLatch(1);
        try (SipWire peer = SipWire.udp(port)) {
            peer.send(peer.request("OPTIONS", ""));
            eventually(() -> servlet.served.get() == 1);
            for (int i = 0; i < 5; i++) {
                peer.send(peer.request("OPTIONS", ""));
            }
            for (int i = 0; i < 3; i++) {
                String refusal = peer.receive();
                assertThat(status(refusal)).isEqualTo(503);
                assertThat(header(refusal, "Retry-After")).isEqualTo("5");
            }

            servlet.open.countDown();
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                statuses.add(status(peer.receive()));
            }
            assertThat(statuses).containsExactly(200, 200, 200);
            assertThat(status(peer.ask(peer.request("OPTIONS", "")))).isEqualTo(200);
        }
    }

    @Test
    void too_many_transactions_are_refused_too() throws Exception {
        container.close();
        start(new SipSettings(InetAddress.getLoopbackAddress(), port, Set.of("OPTIONS"), 1, 64, 2, 10));
        try (SipWire peer = SipWire.udp(port)) {
            peer.send(peer.request("OPTIONS", "X-Wish: silence\r\n"));
            peer.send(peer.request("OPTIONS", "X-Wish: silence\r\n"));
            eventually(() -> container.transactions() == 2);

            String refusal = peer.ask(peer.request("OPTIONS", ""));
            assertThat(status(refusal)).isEqualTo(503);
            assertThat(header(refusal, "Retry-After")).isEqualTo("5");
        }
    }

    @Test
    void a_flood_finds_nothing_to_fill() throws Exception {
        container.close();
        start(new SipSettings(InetAddress.getLoopbackAddress(), port, Set.of("OPTIONS"), 1, 64, 10, 10));
        try (SipWire peer = SipWire.udp(port)) {
            for (int i = 0; i < 50; i++) {
                assertThat(status(peer.ask(peer.request("OPTIONS", "")))).isEqualTo(200);
            }
            assertThat(container.transactions()).isLessThanOrEqualTo(6);
        }
    }

    @Test
    void a_challenge_leaves_no_transaction_behind() throws Exception {
        try (SipWire peer = SipWire.udp(port)) {
            assertThat(status(peer.ask(peer.request("OPTIONS", "X-Wish: challenge\r\n"))))
                    .isEqualTo(401);

            eventually(() -> container.transactions() == 0);
        }
    }

    @Test
    void a_transaction_on_a_stream_ends_with_its_answer() throws IOException {
        try (SipWire peer = SipWire.tcp(port)) {
            assertThat(status(peer.ask(peer.request("OPTIONS", "")))).isEqualTo(200);

            eventually(() -> container.transactions() == 0);
        }
    }

    @Test
    void it_can_be_started_on_the_same_port_again_and_again() throws Exception {
        for (int i = 0; i < 3; i++) {
            container.close();
            start(settings());
            try (SipWire datagrams = SipWire.udp(port);
                    SipWire stream = SipWire.tcp(port)) {
                assertThat(status(datagrams.ask(datagrams.request("OPTIONS", ""))))
                        .isEqualTo(200);
                assertThat(status(stream.ask(stream.request("OPTIONS", "")))).isEqualTo(200);
            }
        }
    }

    @Test
    void a_taken_port_is_named() {
        assertThatThrownBy(() -> SipContainer.start(settings(), List.of(new Echo())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(":" + port + "/udp");
    }

    @Test
    void answers_go_where_the_request_came_from_and_nowhere_else() throws IOException {
        try (SipWire peer = SipWire.udp(port);
                SipWire victim = SipWire.udp(port)) {
            String request = peer.request("OPTIONS", "")
                    .replace("127.0.0.1:" + peer.localPort(), "victim.example:" + victim.localPort())
                    .replace(";rport", ";rport;maddr=127.0.0.1;ttl=1;received=10.1.2.3");

            assertThat(status(peer.ask(request))).isEqualTo(200);
            assertThat(victim.receiveWithin(200)).isEmpty();
        }
    }

    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it did not happen in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}

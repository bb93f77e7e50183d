package dev.parley.sip.container;

import static dev.parley.sip.container.SipWire.header;
import static dev.parley.sip.container.SipWire.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not let in: in the manner of RFC 4475, each message written by hand for one fault. */
@Tag("VOX-13")
@Timeout(60)
class RefusalsTest {
    private static final Echo SERVLET = new Echo();
    private static int port;
    private static SipContainer container;

    private SipWire peer;

    @BeforeAll
    static void start() throws Exception {
        port = SipWire.freePort();
        container = SipContainer.start(
                SipSettings.of(InetAddress.getLoopbackAddress(), port, Set.of("OPTIONS")), List.of(SERVLET));
    }

    @AfterAll
    static void stop() {
        container.close();
    }

    @BeforeEach
    void connect() throws IOException {
        peer = SipWire.udp(port);
    }

    @AfterEach
    void stillServes() throws IOException {
        assertThat(status(peer.ask(peer.request("OPTIONS", "")))).isEqualTo(200);
        peer.close();
    }

    @ParameterizedTest
    @CsvSource({
        "INVITE, 405",
        "SUBSCRIBE, 405",
        "REGISTER, 405",
        "MESSAGE, 405",
        "BREWCOFFEE, 501",
        "CANCEL, 481",
    })
    void methods_that_are_not_served(String method, int status) throws IOException {
        String answer = peer.ask(peer.request(method, ""));

        assertThat(status(answer)).isEqualTo(status);
        assertThat(header(answer, "To")).contains(";tag=");
        if (status != 481) {
            assertThat(header(answer, "Allow")).isEqualTo("OPTIONS");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BYE", "OPTIONS", "INVITE", "UPDATE"})
    void requests_in_dialogs_that_do_not_exist(String method) throws IOException {
        String request = peer.request(method, "").replace("To: <sip:1001@localhost>", "To: <sip:1001@localhost>;tag=x");

        assertThat(status(peer.ask(request))).isEqualTo(481);
    }

    @Test
    void an_extension_that_is_required_and_unknown() throws IOException {
        String answer = peer.ask(peer.request("OPTIONS", "Require: 100rel, timer\r\nRequire: nothing\r\n"));

        assertThat(status(answer)).isEqualTo(420);
        assertThat(header(answer, "Unsupported")).contains("100rel", "timer");
        assertThat(answer).contains("nothing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "a scheme nobody knows|sip:127.0.0.1 SIP/2.0|nobodyknows:this SIP/2.0|416",
                "a telephone number|sip:127.0.0.1 SIP/2.0|tel:+12015550123 SIP/2.0|416",
                "another version|SIP/2.0\\r\\nVia: SIP/2.0|SIP/7.0\\r\\nVia: SIP/2.0|505",
                "no URI|sip:127.0.0.1 SIP/2.0|SIP/2.0|400",
                "a URI in brackets|sip:127.0.0.1 SIP/2.0|<sip:127.0.0.1> SIP/2.0|400",
                "blanks in the URI|sip:127.0.0.1 SIP/2.0|sip:127.0.0.1; lr SIP/2.0|400",
                "two blanks|OPTIONS sip|OPTIONS  sip|400",
                "CSeq of another method|1 OPTIONS|1 INVITE|400",
                "CSeq too large|CSeq: 1 |CSeq: 36893488147419103232 |400",
                "CSeq just too large|CSeq: 1 |CSeq: 2147483648 |400",
                "negative CSeq|CSeq: 1 |CSeq: -1 |400",
                "To without end|To: <sip:1001@localhost>|To: \"1001 <sip:1001@localhost>|400",
                "To in need of quotes|To: <sip:1001@localhost>|To: Bell, Alexander <sip:1001@localhost>|400",
                "From without URI|From: <sip:1001@localhost>|From: <>|400",
                "two To|Max-Forwards: 70|Max-Forwards: 70\\r\\nTo: <sip:1002@localhost>|400",
                "two Call-ID|Max-Forwards: 70|i: other@test\\r\\nMax-Forwards: 70|400",
                "hops in words|Max-Forwards: 70|Max-Forwards: seventy|400",
                "hops too many|Max-Forwards: 70|Max-Forwards: 300|400",
                "a length in words|Content-Length: 0|Content-Length: none|400",
                "a negative length|Content-Length: 0|Content-Length: -999|400",
                "a length beyond the datagram|Content-Length: 0|Content-Length: 9999|400",
                "no magic cookie|branch=z9hG4bK|branch=|400",
                "another transport|Via: SIP/2.0/UDP|Via: SIP/2.0/TCP|400",
                "an unknown transport|Via: SIP/2.0/UDP|Via: SIP/2.0/UNKNOWN|400",
            })
    void one_fault_each(String fault, String right, String wrong, int status) throws IOException {
        String request = peer.request("OPTIONS", "").replace(lines(right), lines(wrong));
        assertThat(request).as("the fault is in").contains(lines(wrong));

        String answer = peer.ask(request);

        assertThat(status(answer)).as(fault).isEqualTo(status);
        assertThat(header(answer, "Call-ID")).endsWith("@test");
    }

    private static String lines(String text) {
        return text.replace("\\r\\n", "\r\n");
    }

    @Test
    void what_cannot_be_answered_is_not() throws IOException {
        String request = peer.request("OPTIONS", "");
        for (String message : List.of(
                "SIP/2.0 200 OK\r\n" + request.substring(request.indexOf("Via:")),
                "SIP/2.0 \r\n\r\n",
                peer.request("ACK", ""),
                request.replaceAll("Via:[^\n]*\n", ""),
                request.replaceAll("From:[^\n]*\n", ""),
                request.replaceAll("Call-ID:[^\n]*\n", ""),
                "OPTIONS",
                "\0\0\0\0",
                "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
                "\u00ff\u00fe garbage \u0000\r\n\r\n")) {
            peer.send(message);
        }

        Optional<String> answer = peer.receiveWithin(300);
        assertThat(answer).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "(", "a-", ";a=b", "%41", "<", ";", ", ", "\"", "a@", "[", " ;"})
    void a_long_monotonous_address_costs_no_time(String piece) throws IOException {
        String much = piece.repeat(60_000 / piece.length()) + "!";
        for (String scheme : List.of("tel:+", "tel:", "sip:", "sip:a@", "")) {
            Duration before = readersCpu();
            peer.send(peer.request("OPTIONS", "").replace("To: <sip:1001@localhost>", "To: <" + scheme + much + ">"));
            peer.send(peer.request("OPTIONS", "").replace("sip:127.0.0.1 SIP", scheme + much + " SIP"));
            peer.send(peer.request("OPTIONS", "Authorization: Digest " + much + "\r\n"));
            peer.send(peer.request("OPTIONS", "Accept-Language: " + much + "\r\n"));
            String last = peer.request("OPTIONS", "");
            peer.send(last);
            while (!header(peer.receive(), "Call-ID").equals(header(last, "Call-ID"))) {
                // answers to the long ones
            }
            // 60,000 steps squared would be seconds; the processor's time, since the machine may be busy with others
            assertThat(readersCpu().minus(before)).as(scheme + piece).isLessThan(Duration.ofSeconds(1));
        }
    }

    private static Duration readersCpu() {
        long reader = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("sip-udp-" + port))
                .findFirst()
                .orElseThrow()
                .getId();
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getThreadCpuTime(reader));
    }

    @Test
    void strange_but_right_messages_are_served() throws IOException {
        String request = "OPTIONS sip:127.0.0.1 SIP/2.0\r\n"
                + "TO :\r\n <sip:%31001@localhost;x=%00>  ;   unknown = \"a\\\"b;c\"\r\n"
                + "f: \"J Rosenberg \\\\\\\"\"       <sip:1001@localhost>\r\n  ;\r\n  tag = 98asjd8\r\n"
                + "MaX-fOrWaRdS: 0068\r\n"
                + "i: wsinv.ndaksdj@192.0.2.1\r\n"
                + "cseq: 0009\r\n  OPTIONS\r\n"
                + "NewFangledHeader:   newfangled value\r\n continued newfangled value\r\n"
                + "UnknownHeaderWithUnusualValue: ;;,,;;,;\r\n"
                + "v:  SIP  / 2.0  /UDP\r\n    127.0.0.1:" + peer.localPort()
                + ";branch = z9hG4bK" + System.nanoTime() + ";rport ,\r\n SIP/2.0/TCP spindle.example.com;branch=\r\n"
                + "  z9hG4bK9ikj8\r\n"
                + "l: 0\r\n\r\n";

        String answer = peer.ask(request);

        assertThat(status(answer)).isEqualTo(200);
        assertThat(header(answer, "Call-ID")).isEqualTo("wsinv.ndaksdj@192.0.2.1");
    }

    @Test
    void an_unserved_request_gets_the_same_answer_each_time() throws IOException {
        String request = peer.request("INVITE", "");

        assertThat(peer.ask(request)).isEqualTo(peer.ask(request));
    }
}

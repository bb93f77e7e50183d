package dev.parley.sip.container;

import static dev.parley.sip.container.SipWire.header;
import static dev.parley.sip.container.SipWire.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("VOX-3")
class SipContainerTest {
    private int port;
    private SipContainer container;

    /** Answers OPTIONS and remembers nothing. */
    @javax.servlet.sip.annotation.SipServlet(name = "echo")
    public static class Echo extends SipServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doOptions(SipServletRequest request) throws IOException {
            SipServletResponse response = request.createResponse(200);
            response.setHeader("Allow", "OPTIONS");
            response.addHeader("X-Seen", request.getFrom().getURI() + " " + request.getTransport());
            response.send();
        }
    }

    @BeforeEach
    void start() throws Exception {
        port = SipWire.freePort();
        container = SipContainer.start(
                SipSettings.of(InetAddress.getLoopbackAddress(), port, Set.of("OPTIONS")), List.of(new Echo()));
    }

    @AfterEach
    void stop() {
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
            assertThat(header(answer, "X-Seen")).isEqualTo("sip:1001@localhost " + transport.toLowerCase());
            assertThat(header(answer, "Allow")).isEqualTo("OPTIONS");
            assertThat(header(answer, "To")).contains(";tag=");
            assertThat(header(answer, "Server")).isEqualTo("Parley");
            assertThat(header(answer, "Via"))
                    .contains(";rport=" + peer.localPort())
                    .contains("received=127.0.0.1");
        }
    }
}

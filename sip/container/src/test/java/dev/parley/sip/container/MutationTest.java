package dev.parley.sip.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sip.container.transport.Flow;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages with random faults: each is answered with a status, or not at all; none throws. */
@Tag("VOX-13")
class MutationTest {
    private static final int MESSAGES = Integer.getInteger("parley.sip.mutations", 20_000);
    private static final long SEED = Long.getLong("parley.sip.seed", 4475);
    private static final String REQUEST = "REGISTER sip:localhost;transport=udp SIP/2.0\r\n"
            + "Via: SIP/2.0/UDP 192.0.2.7:5062;branch=z9hG4bKabc;rport, SIP/2.0/TCP [2001:db8::1];branch=z9hG4bKdef\r\n"
            + "Max-Forwards: 70\r\n"
            + "From: \"Anna \\\"A\\\" Agent\" <sip:1001@localhost;x=%20>;tag=f1\r\n"
            + "t: <sip:1001@localhost>\r\n"
            + "Call-ID: 7ac6@192.0.2.7\r\n"
            + "CSeq: 17 REGISTER\r\n"
            + "m: <sip:1001@192.0.2.7:5062;line=1>;q=0.5;expires=300, \"B\" <sips:b@[2001:db8::2]>\r\n"
            + "Authorization: Digest username=\"1001\", realm=\"parley\", nonce=\"n\", uri=\"sip:localhost\","
            + " response=\"0123456789abcdef0123456789abcdef\", algorithm=MD5, qop=auth, nc=00000001, cnonce=\"c\"\r\n"
            + "Require: outbound\r\n"
            + "Content-Type: application/sdp\r\n"
            + "Content-Length: 4\r\n\r\nv=0\r\n";
    private static final String SPICE = "\r\n\t \0\"<>;,:=@%\\/?&[]()*-+.0123456789abcSIPzÄ";

    private final Random random = new Random(SEED);
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger let = new AtomicInteger();

    /** Checks what is sent: it must be one whole answer. */
    private final class Checking implements Flow {
        @Override
        public String transport() {
            return "udp";
        }

        @Override
        public InetSocketAddress remote() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 5062);
        }

        @Override
        public InetSocketAddress local() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 5060);
        }

        @Override
        public boolean reliable() {
            return false;
        }

        @Override
        public void send(byte[] message) {
            assertThat(new String(message, StandardCharsets.UTF_8))
                    .matches("(?s)SIP/2\\.0 [4-6][0-9][0-9] [^\r\n]+\r\n.*\r\n\r\n");
            answers.incrementAndGet();
        }

        @Override
        public void close() {
            // nothing to close
        }
    }

    @Test
    void no_fault_ends_the_reception() {
        try (Lanes lanes = new Lanes(1, MESSAGES, getClass().getClassLoader())) {
            Reception reception = new Reception(
                    new Gate(Set.of("REGISTER")), new Tags(), lanes, (request, flow) -> let.incrementAndGet());
            Flow flow = new Checking();

            for (int i = 0; i < MESSAGES; i++) {
                reception.received(flow, mutated());
            }
            assertThat(answers.get()).as("refused").isBetween(MESSAGES / 4, MESSAGES);
        }
    }

    private byte[] mutated() {
        StringBuilder message = new StringBuilder(REQUEST);
        for (int faults = 1 + random.nextInt(4); faults > 0; faults--) {
            int at = random.nextInt(message.length());
            switch (random.nextInt(4)) {
                case 0 -> message.setCharAt(at, spice());
                case 1 -> message.insert(at, spice());
                case 2 -> message.delete(at, Math.min(message.length() - 1, at + 1 + random.nextInt(8)));
                default -> message.insert(at, message.substring(at, Math.min(message.length(), at + 60)));
            }
        }
        return message.toString().getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    private char spice() {
        return SPICE.charAt(random.nextInt(SPICE.length()));
    }
}

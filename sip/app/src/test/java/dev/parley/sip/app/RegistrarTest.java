package dev.parley.sip.app;

import static dev.parley.sip.app.PhoneWire.header;
import static dev.parley.sip.app.PhoneWire.headers;
import static dev.parley.sip.app.PhoneWire.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.call.Binding;
import dev.parley.sip.container.digest.DigestAlgorithm;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Parley's servlets over real datagrams, with two phones in memory. */
@Tag("VOX-3")
@Timeout(60)
class RegistrarTest {
    private Registrar registrar;
    private PhoneWire phone;

    @BeforeEach
    void start() throws Exception {
        registrar = new Registrar(PhoneWire.freePort());
        phone = new PhoneWire(registrar.port, "1001");
    }

    @AfterEach
    void stop() throws Exception {
        phone.close();
        registrar.close();
    }

    @Test
    void options_says_what_is_served_and_503_while_the_desk_has_no_database() throws Exception {
        String answer = phone.ask("OPTIONS", "");
        assertThat(status(answer)).isEqualTo(200);
        assertThat(header(answer, "Allow")).contains("OPTIONS", "REGISTER");
        assertThat(header(answer, "Accept")).isEqualTo("application/sdp");
        assertThat(header(answer, "Accept-Language")).isEqualTo("en");

        registrar.phones.ready = false;
        String sorry = phone.ask("OPTIONS", "");
        assertThat(status(sorry)).isEqualTo(503);
        assertThat(header(sorry, "Retry-After")).isEqualTo("10");
    }

    @Test
    void whoever_proves_nothing_is_challenged_with_both_algorithms() throws Exception {
        String challenge = phone.ask("REGISTER", "Contact: <sip:1001@127.0.0.1>\r\n");

        assertThat(status(challenge)).isEqualTo(401);
        List<String> offers = headers(challenge, "WWW-Authenticate");
        assertThat(offers).hasSize(2);
        assertThat(offers.get(0))
                .contains("algorithm=SHA-256")
                .contains("realm=\"parley\"")
                .contains("qop=\"auth\"");
        assertThat(offers.get(1)).contains("algorithm=MD5");
        assertThat(registrar.phones.bindings("1001")).isEmpty();
    }

    @Test
    @Tag("SEC-1")
    void the_phone_of_a_suspended_company_proves_itself_and_is_refused() throws Exception {
        phone.use(DigestAlgorithm.SHA_256, MemoryPhones.PASSWORD);
        registrar.phones.suspended = true;

        String refused = phone.register("Contact: <sip:1001@127.0.0.1:5999>\r\n");

        assertThat(status(refused)).isEqualTo(403);
        assertThat(refused).startsWith("SIP/2.0 403 Access Suspended");
        assertThat(registrar.phones.bindings("1001")).isEmpty();

        registrar.phones.suspended = false;
        assertThat(status(phone.register("Contact: <sip:1001@127.0.0.1:5999>\r\n")))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void a_phone_registers_refreshes_asks_and_leaves(DigestAlgorithm algorithm) throws Exception {
        phone.use(algorithm, MemoryPhones.PASSWORD);

        String registered = phone.register("Contact: <sip:1001@127.0.0.1:5999;line=1>;q=0.5\r\nExpires: 300\r\n");
        assertThat(status(registered)).isEqualTo(200);
        assertThat(header(registered, "Contact")).matches("<sip:1001@127.0.0.1:5999;line=1>;q=0.5;expires=(300|299)");
        assertThat(header(registered, "Date")).endsWith(" GMT");
        assertThat(registrar.phones.bindings("1001"))
                .extracting(Binding::remotePort)
                .containsExactly(phone.localPort());

        phone.register("Contact: <sip:1001@127.0.0.1:5999;line=1>;expires=3600, <sip:1001@127.0.0.1:6001>\r\n");
        String asked = phone.register("");
        assertThat(header(asked, "Contact").split(",")).hasSize(2);

        String left = phone.register("Contact: *\r\nExpires: 0\r\n");
        assertThat(status(left)).isEqualTo(200);
        assertThat(header(left, "Contact")).isNull();
        assertThat(registrar.phones.bindings("1001")).isEmpty();
    }

    @Test
    void a_heard_registration_cannot_be_sent_again_by_another() throws Exception {
        phone.use(DigestAlgorithm.MD5, MemoryPhones.PASSWORD);
        phone.register("Contact: <sip:1001@127.0.0.1:5999>\r\n");
        String heard = phone.lastSent();

        // as a retransmission it gets the same answer, without being served again
        assertThat(status(phone.ask(heard))).isEqualTo(200);
        // as a new transaction it is a replay
        String replayed = phone.ask(heard.replaceFirst("branch=z9hG4bK", "branch=z9hG4bKx"));
        assertThat(status(replayed)).isEqualTo(401);
        assertThat(headers(replayed, "WWW-Authenticate")).allMatch(c -> c.contains("stale=true"));
    }

    @Test
    void wrong_passwords_and_unknown_phones_hear_the_same_and_are_banned_in_the_end() throws Exception {
        try (PhoneWire stranger = new PhoneWire(registrar.port, "7777")) {
            phone.use(DigestAlgorithm.MD5, "wrong");
            stranger.use(DigestAlgorithm.MD5, "wrong");
            for (int i = 0; i < 5; i++) {
                assertThat(status(phone.register(""))).isEqualTo(401);
                assertThat(status(stranger.register(""))).isEqualTo(401);
            }
            String banned = phone.register("");
            assertThat(status(banned)).isEqualTo(403);
            assertThat(Integer.parseInt(header(banned, "Retry-After"))).isBetween(25, 31);
            assertThat(status(stranger.register(""))).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "too brief|Contact: <sip:1001@h>;expires=59|423",
                "too brief for all|Contact: <sip:1001@h>~Expires: 1|423",
                "the wildcard without Expires|Contact: *|400",
                "the wildcard for later|Contact: *~Expires: 60|400",
                "the wildcard with another|Contact: *, <sip:1001@h>~Expires: 0|400",
                "no SIP address|Contact: <mailto:1001@h>|400",
                "a broken contact|Contact: <sip:1001@h|400",
                "a strange expiry counts as the longest|Contact: <sip:1001@h>;expires=soon|200",
                "too long is shortened|Contact: <sip:1001@h>;expires=999999|200",
            })
    void contacts_that_make_no_sense(String what, String lines, int status) throws Exception {
        phone.use(DigestAlgorithm.MD5, MemoryPhones.PASSWORD);

        String answer = phone.register(lines.replace("~", "\r\n") + "\r\n");

        assertThat(status(answer)).as(what).isEqualTo(status);
        if (status == 423) {
            assertThat(header(answer, "Min-Expires")).isEqualTo("60");
        } else if (status == 200) {
            assertThat(header(answer, "Contact")).matches(".*;expires=(3600|3599)");
        } else {
            assertThat(registrar.phones.bindings("1001")).isEmpty();
        }
    }

    @Test
    void a_phone_speaks_for_itself_only() throws Exception {
        phone.use(DigestAlgorithm.MD5, MemoryPhones.PASSWORD);

        assertThat(status(phone.registerAs("1002", "Contact: <sip:1001@h>\r\n")))
                .isEqualTo(403);
        assertThat(registrar.phones.bindings("1002")).isEmpty();
    }

    @Test
    void what_is_not_served_is_refused() throws Exception {
        assertThat(status(phone.ask("INVITE", ""))).isEqualTo(405);
        assertThat(status(phone.ask("FLY", ""))).isEqualTo(501);
    }
}

package dev.parley.access.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("SEC-1")
class PasskeyCheckTest {
    private static final byte[] CHALLENGE = "a challenge of thirty-two bytes!".getBytes();
    private static final byte[] ANOTHER = "a challenge of thirty-two bytes?".getBytes();
    private static final byte[] HANDLE = "somebody".getBytes();

    private final RelyingParty us = RelyingParty.of(URI.create("https://desk.example.com/"));
    private final SoftAuthenticator device = new SoftAuthenticator(us);
    private final PasskeyCheck check = new PasskeyCheck();

    @ParameterizedTest
    @CsvSource({
        "https://desk.example.com/,          https://desk.example.com,      desk.example.com",
        "https://Desk.Example.com:443/x,     https://desk.example.com,      desk.example.com",
        "https://desk.example.com:8443/,     https://desk.example.com:8443, desk.example.com",
        "http://localhost:8080/,             http://localhost:8080,         localhost",
        "https://our_desk.example:444/,      https://our_desk.example:444,  our_desk.example",
        "https://bücher.example/,            https://xn--bcher-kva.example, xn--bcher-kva.example",
        "http://[::1]:8080/,                 http://[::1]:8080,             [::1]"
    })
    void who_we_are_follows_from_the_public_address(URI address, String origin, String id) {
        assertThat(RelyingParty.of(address)).isEqualTo(new RelyingParty(origin, id));
    }

    @Test
    void a_passkey_that_was_made_is_known_when_it_is_used() throws NotProven {
        KeptKey kept = make();

        assertThat(check.id(kept))
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(device.id()));
        device.counter = 7;
        assertThat(check.used(us, CHALLENGE, kept, device.use(CHALLENGE, HANDLE)))
                .isEqualTo(new KeptKey(kept.credential(), 7, false, false));
    }

    @Test
    void nothing_is_proved_for_another_page_another_host_another_challenge_or_by_an_unknown_person() throws NotProven {
        KeptKey kept = make();
        for (Consumer<SoftAuthenticator> wrong : List.<Consumer<SoftAuthenticator>>of(
                d -> d.origin = "https://desk.example.com.evil.example",
                d -> d.site = "example.com",
                d -> d.verifies = false)) {
            wrong.accept(device);
            assertThatThrownBy(this::make).isInstanceOf(NotProven.class);
            assertThatThrownBy(() -> check.used(us, CHALLENGE, kept, device.use(CHALLENGE, HANDLE)))
                    .isInstanceOf(NotProven.class);
            device.origin = us.origin();
            device.site = us.id();
            device.verifies = true;
        }
        assertThatThrownBy(() -> check.used(us, ANOTHER, kept, device.use(CHALLENGE, HANDLE)))
                .isInstanceOf(NotProven.class);
        assertThatThrownBy(() ->
                        check.made(us, ANOTHER, device.clientData("webauthn.create", CHALLENGE), device.attestation()))
                .isInstanceOf(NotProven.class);
        assertThatThrownBy(() ->
                        check.made(us, CHALLENGE, device.clientData("webauthn.get", CHALLENGE), device.attestation()))
                .as("used where one is made")
                .isInstanceOf(NotProven.class);
        assertThat(check.used(us, CHALLENGE, kept, device.use(CHALLENGE, HANDLE)))
                .isEqualTo(kept);
    }

    @Test
    void another_key_under_the_same_id_proves_nothing() throws NotProven {
        KeptKey kept = make();
        var other = new SoftAuthenticator(us);
        Assertion theirs = other.use(CHALLENGE, HANDLE);

        assertThatThrownBy(() -> check.used(
                        us,
                        CHALLENGE,
                        kept,
                        new Assertion(
                                device.id(),
                                HANDLE,
                                theirs.authenticatorData(),
                                theirs.clientData(),
                                theirs.signature())))
                .isInstanceOf(NotProven.class)
                .isNotInstanceOf(Copied.class);
    }

    @Test
    void a_counter_that_does_not_grow_gives_a_copy_away_and_one_that_stays_zero_does_not_count() throws NotProven {
        device.counter = 5;
        KeptKey kept = make();

        for (int seen : new int[] {5, 4, 0}) {
            device.counter = seen;
            assertThatThrownBy(() -> check.used(us, CHALLENGE, kept, device.use(CHALLENGE, HANDLE)))
                    .as("%d after 5", seen)
                    .isInstanceOf(Copied.class);
        }
        device.counter = 6;
        assertThat(check.used(us, CHALLENGE, kept, device.use(CHALLENGE, HANDLE))
                        .signCount())
                .isEqualTo(6);
    }

    @Test
    void whatever_else_is_sent_proves_nothing_and_breaks_nothing() throws NotProven {
        KeptKey kept = make();
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            Assertion right = device.use(CHALLENGE, HANDLE);
            Assertion wrong = new Assertion(
                    right.credentialId(),
                    HANDLE,
                    mangled(right.authenticatorData(), random),
                    mangled(right.clientData(), random),
                    mangled(right.signature(), random));
            assertThatThrownBy(() -> check.used(us, CHALLENGE, kept, wrong)).isInstanceOf(NotProven.class);
        }
    }

    /** Nobody signs what a new one says: another id, or a key that is no point of the curve, may be taken and opens nothing. */
    @Test
    void a_mangled_new_one_is_refused_or_opens_nothing_and_breaks_nothing() {
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            KeptKey kept;
            try {
                byte[] asked = device.clientData("webauthn.create", CHALLENGE);
                kept = check.made(us, CHALLENGE, asked, mangled(device.attestation(), random));
            } catch (NotProven e) {
                refused++;
                continue;
            }
            try {
                assertThat(check.used(us, CHALLENGE, kept, device.use(CHALLENGE, HANDLE)))
                        .as("what was changed is neither id nor key")
                        .isNotNull();
            } catch (NotProven e) {
                assertThat(check.id(kept)).isNotNull();
            }
        }
        assertThat(refused).isGreaterThan(200);
    }

    /** Cut off, or with one bit turned. */
    private static byte[] mangled(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        if (random.nextBoolean()) return Arrays.copyOf(copy, random.nextInt(copy.length));
        copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        return copy;
    }

    private KeptKey make() throws NotProven {
        return check.made(us, CHALLENGE, device.clientData("webauthn.create", CHALLENGE), device.attestation());
    }
}

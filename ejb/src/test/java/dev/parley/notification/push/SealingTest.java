package dev.parley.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The example of RFC 8291, appendix A, byte by byte. */
@Tag("WID-14")
class SealingTest {
    private static final String SENDER =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private static final String SENDERS_NUMBER = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    private static final String BROWSER =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String BROWSERS_NUMBER = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
    private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";
    private static final String SALT = "DGv6ra1nlYgDCS1FRnbzlw";
    private static final String SEALED =
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

    private final ECPublicKey browser = P256.publicKey(bytes(BROWSER));

    @Test
    void the_example_of_the_standard_comes_out() {
        KeyPair sender = new KeyPair(P256.publicKey(bytes(SENDER)), P256.privateKey(bytes(SENDERS_NUMBER)));

        byte[] sealed = Sealing.seal(
                "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.US_ASCII),
                browser,
                bytes(AUTH),
                sender,
                bytes(SALT));

        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                .isEqualTo(SEALED);
    }

    @Test
    void the_browser_reads_what_was_sealed_for_it_and_each_time_it_is_sealed_anew() {
        ECPrivateKey own = P256.privateKey(bytes(BROWSERS_NUMBER));
        byte[] message = "{\"title\":\"رد جديد\"}".getBytes(StandardCharsets.UTF_8);

        byte[] once = Sealing.seal(message, browser, bytes(AUTH));
        byte[] again = Sealing.seal(message, browser, bytes(AUTH));

        assertThat(Unsealing.open(once, own, browser, bytes(AUTH))).isEqualTo(message);
        assertThat(Unsealing.open(again, own, browser, bytes(AUTH))).isEqualTo(message);
        assertThat(once).isNotEqualTo(again);
        once[once.length - 1] ^= 1;
        assertThatThrownBy(() -> Unsealing.open(once, own, browser, bytes(AUTH)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_point_beside_the_curve_is_no_key() {
        byte[] beside = bytes(BROWSER);
        beside[40] ^= 1;
        byte[] compressed = bytes(BROWSER);
        compressed[0] = 2;

        for (byte[] point : new byte[][] {beside, compressed, new byte[65], new byte[0]}) {
            assertThatThrownBy(() -> P256.publicKey(point)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}

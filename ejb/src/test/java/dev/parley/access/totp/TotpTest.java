package dev.parley.access.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("SEC-1")
class TotpTest {
    /** The secret of both RFCs' test vectors. */
    private static final String SECRET = Base32.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    private static final Instant NOW = Instant.parse("2026-11-25T08:00:10Z");

    @Test
    void codes_are_those_of_rfc_4226_appendix_d() {
        List<String> codes = List.of(
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489");

        for (int counter = 0; counter < codes.size(); counter++) {
            assertThat(Totp.code(SECRET, counter)).isEqualTo(codes.get(counter));
        }
    }

    /** Of the eight digits there the last six. */
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void codes_are_those_of_rfc_6238_appendix_b(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void the_code_before_and_the_code_after_are_good_and_no_other() {
        long step = Totp.step(NOW);

        for (long near = step - 1; near <= step + 1; near++) {
            assertThat(Totp.match(SECRET, Totp.code(SECRET, near), NOW, 0)).hasValue(near);
        }
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step - 2), NOW, 0)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step + 2), NOW, 0)).isEmpty();
        for (String other : List.of("", "12345", "1234567", "abcdef", "۱۲۳۴۵۶"))
            assertThat(Totp.match(SECRET, other, NOW, 0)).isEmpty();
    }

    @Test
    void a_used_code_and_those_before_it_are_over() {
        long step = Totp.step(NOW);

        assertThat(Totp.match(SECRET, Totp.code(SECRET, step), NOW, step)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step - 1), NOW, step)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step + 1), NOW.plus(Duration.ofSeconds(20)), step))
                .hasValue(step + 1);
    }

    @Test
    void a_secret_has_160_bits_and_an_app_can_read_its_address() {
        String secret = Totp.newSecret();

        assertThat(Base32.decode(secret)).hasSize(20);
        assertThat(secret).isNotEqualTo(Totp.newSecret());
        assertThat(Totp.uri("Parley", "ann+x@example.com", "ABC"))
                .isEqualTo(
                        "otpauth://totp/Parley:ann%2Bx%40example.com?secret=ABC&issuer=Parley&algorithm=SHA1&digits=6"
                                + "&period=30");
    }

    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void base_32_is_that_of_rfc_4648_without_padding(String plain, String text) {
        assertThat(Base32.encode(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
        assertThat(Base32.decode(text)).isEqualTo(plain.getBytes(StandardCharsets.US_ASCII));
    }
}

package dev.parley.sip.container.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sip.container.digest.DigestCheck.Banned;
import dev.parley.sip.container.digest.DigestCheck.Outcome;
import dev.parley.sip.container.digest.DigestCheck.Proven;
import dev.parley.sip.container.digest.DigestCheck.Unproven;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("VOX-3")
@Tag("VOX-13")
class DigestCheckTest {
    private static final String URI = "sip:localhost";
    private static final String HERE = "192.0.2.1";

    private final Time time = new Time();
    private final DigestCheck check = new DigestCheck("parley", time);
    private final Map<String, String> passwords = Map.of("1001", "right-password");

    /** A clock that stands until it is moved. */
    private static final class Time extends Clock {
        private Instant now = Instant.parse("2026-11-25T08:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final DigestCheck.Secrets<String> secrets = new DigestCheck.Secrets<>() {
        @Override
        public Optional<String> find(String username) {
            return Optional.ofNullable(passwords.get(username)).map(p -> username + ":parley:" + p);
        }

        @Override
        public String ha1(String secret, DigestAlgorithm algorithm) {
            return algorithm.hash(secret);
        }
    };

    /** RFC 7616 section 3.9.1; RFC 8760 adds no vectors of its own. */
    @ParameterizedTest
    @CsvSource({
        "MD5,     8ca523f5e9506fed4657c9700eebdbec",
        "SHA_256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
    })
    void the_response_is_that_of_the_rfc(DigestAlgorithm algorithm, String expected) {
        Credentials given = Credentials.parse("Digest username=\"Mufasa\", realm=\"http-auth@example.org\","
                        + " uri=\"/dir/index.html\", algorithm=" + algorithm.token() + ","
                        + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", nc=00000001,"
                        + " cnonce=\"f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ\", qop=auth,"
                        + " response=\"" + expected + "\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"")
                .orElseThrow();
        String ha1 = algorithm.hash("Mufasa:http-auth@example.org:Circle of Life");

        assertThat(algorithm.response(ha1, given, "GET")).isEqualTo(expected).isEqualTo(given.response());
    }

    @Test
    void both_algorithms_are_offered_the_better_first() {
        List<String> challenges = check.challenges(List.of(), "1001", HERE, false);

        assertThat(challenges).hasSize(2);
        assertThat(challenges.get(0))
                .contains("algorithm=SHA-256")
                .contains("qop=\"auth\"")
                .doesNotContain("stale");
        assertThat(challenges.get(1)).contains("algorithm=MD5");
        assertThat(check.challenges(List.of(), "1001", HERE, true)).allMatch(c -> c.contains("stale=true"));
    }

    @Test
    void who_shows_that_it_knows_md5_only_is_offered_nothing_else() {
        assertThat(offered(List.of(), "1001")).isEqualTo("SHA-256 MD5");
        assertThat(offered(List.of(), "1001")).as("came back without an answer").isEqualTo("MD5");
        assertThat(offered(List.of(), "1002")).as("another phone").isEqualTo("SHA-256 MD5");
        assertThat(offered(List.of("Digest username=\"1003\", nonce=\"\", algorithm=MD5"), "1003"))
                .isEqualTo("MD5");
        assertThat(offered(List.of("Digest username=\"1003\", algorithm=SHA-256, nonce=\"\""), "1003"))
                .isEqualTo("SHA-256 MD5");

        judge(answer(DigestAlgorithm.MD5, nonce(HERE), 1, "1001", "right-password", URI), HERE);
        assertThat(offered(List.of(), "1001")).as("it used MD5 last").isEqualTo("MD5");

        time.pass(Duration.ofHours(1));
        assertThat(offered(List.of(), "1001")).as("an hour later").isEqualTo("SHA-256 MD5");

        judge(answer(DigestAlgorithm.SHA_256, nonce(HERE), 1, "1001", "right-password", URI), HERE);
        assertThat(offered(List.of(), "1001")).as("it can do better").isEqualTo("SHA-256 MD5");
        assertThat(offered(List.of(), "1001"))
                .as("a lost packet changes nothing")
                .isEqualTo("SHA-256 MD5");
    }

    private String offered(List<String> authorization, String name) {
        return check.challenges(authorization, name, HERE, false).stream()
                .map(challenge -> challenge.replaceAll(".*algorithm=([A-Z0-9-]+).*", "$1"))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @EnumSource
    void the_right_password_proves_who_it_is(DigestAlgorithm algorithm) {
        Outcome<String> outcome = judge(answer(algorithm, nonce(HERE), 1, "1001", "right-password", URI), HERE);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Proven.class, p -> assertThat(p.username()).isEqualTo("1001"));
    }

    @Test
    void wrong_passwords_and_unknown_names_get_the_same_answer() {
        Outcome<String> wrong = judge(answer(DigestAlgorithm.MD5, nonce(HERE), 1, "1001", "guess", URI), HERE);
        Outcome<String> unknown = judge(answer(DigestAlgorithm.MD5, nonce(HERE), 1, "9999", "guess", URI), HERE);

        assertThat(wrong).isEqualTo(new Unproven<String>(false)).isEqualTo(unknown);
    }

    @Test
    void the_same_count_is_taken_once_and_a_higher_one_again() {
        String nonce = nonce(HERE);

        assertThat(judge(answer(DigestAlgorithm.MD5, nonce, 1, "1001", "right-password", URI), HERE))
                .isInstanceOf(Proven.class);
        assertThat(judge(answer(DigestAlgorithm.MD5, nonce, 1, "1001", "right-password", URI), HERE))
                .isEqualTo(new Unproven<String>(true));
        assertThat(judge(answer(DigestAlgorithm.MD5, nonce, 2, "1001", "right-password", URI), HERE))
                .isInstanceOf(Proven.class);
        assertThat(judge(answer(DigestAlgorithm.MD5, nonce, 0, "1001", "right-password", URI), HERE))
                .isEqualTo(new Unproven<String>(true));
    }

    @Test
    void an_old_a_forged_and_another_addresss_nonce_are_stale() {
        String old = nonce(HERE);
        String others = nonce("192.0.2.2");
        time.pass(Nonces.LIFE);

        for (String nonce : List.of(old, others, "forged", old.substring(1) + "A")) {
            assertThat(judge(answer(DigestAlgorithm.SHA_256, nonce, 1, "1001", "right-password", URI), HERE))
                    .isEqualTo(new Unproven<String>(true));
        }
    }

    @Test
    void a_digest_for_another_request_proves_nothing() {
        assertThat(judge(answer(DigestAlgorithm.MD5, nonce(HERE), 1, "1001", "right-password", "sip:elsewhere"), HERE))
                .isEqualTo(new Unproven<String>(false));
    }

    @Test
    void five_failures_of_a_name_are_followed_by_bans_that_grow() {
        fail("1001", HERE, 5);
        assertThat(judge(answer(DigestAlgorithm.MD5, nonce(HERE), 1, "1001", "right-password", URI), HERE))
                .isEqualTo(new Banned<String>(Duration.ofSeconds(30)));
        // nobody else is banned: not the name elsewhere, not another name here
        assertThat(judge(
                        answer(DigestAlgorithm.MD5, nonce("192.0.2.2"), 1, "1001", "right-password", URI), "192.0.2.2"))
                .isInstanceOf(Proven.class);
        assertThat(judge(answer(DigestAlgorithm.MD5, nonce(HERE), 1, "9999", "guess", URI), HERE))
                .isEqualTo(new Unproven<String>(false));

        time.pass(Duration.ofSeconds(30));
        fail("1001", HERE, 5);
        assertThat(judge(answer(DigestAlgorithm.MD5, nonce(HERE), 1, "1001", "right-password", URI), HERE))
                .isEqualTo(new Banned<String>(Duration.ofSeconds(60)));

        time.pass(Duration.ofSeconds(60));
        assertThat(judge(answer(DigestAlgorithm.MD5, nonce(HERE), 1, "1001", "right-password", URI), HERE))
                .isInstanceOf(Proven.class);
    }

    @Test
    void unknown_names_are_banned_alike_and_a_scan_over_names_bans_the_address() {
        fail("9999", HERE, 5);
        assertThat(judge(answer(DigestAlgorithm.MD5, nonce(HERE), 1, "9999", "guess", URI), HERE))
                .isInstanceOf(Banned.class);

        for (int i = 0; i < 45; i++) {
            fail("20" + i, HERE, 1);
        }
        assertThat(judge(answer(DigestAlgorithm.MD5, nonce(HERE), 1, "1001", "right-password", URI), HERE))
                .isInstanceOf(Banned.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Basic MTAwMTpwYXJsZXk=",
                "Digest",
                "Digest username=\"1001\"",
                "Digest username=\"1001\", username=\"1002\", realm=\"parley\"",
                "Digest username=\"1001",
                "Digest username=\"1001\", realm=\"parley\", nonce=\"n\", uri=\"sip:x\","
                        + " response=\"00000000000000000000000000000000\", algorithm=MD5",
                "Digest username=\"1001\", realm=\"parley\", nonce=\"n\", uri=\"sip:x\", qop=auth, nc=1, cnonce=\"c\","
                        + " response=\"00000000000000000000000000000000\"",
                "Digest username=\"1001\", realm=\"parley\", nonce=\"n\", uri=\"sip:x\", qop=auth, nc=00000001,"
                        + " cnonce=\"c\", response=\"00000000000000000000000000000000\", algorithm=SHA-512-256",
            })
    void what_is_no_full_digest_is_no_credential(String header) {
        assertThat(Credentials.parse(header)).isEmpty();
        assertThat(judge(header, HERE)).isEqualTo(new Unproven<String>(false));
    }

    private void fail(String name, String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(judge(answer(DigestAlgorithm.MD5, nonce(address), 1, name, "guess", URI), address))
                    .isEqualTo(new Unproven<String>(false));
        }
    }

    private Outcome<String> judge(String header, String address) {
        return check.judge(List.of(header), "REGISTER", URI, address, secrets);
    }

    private String nonce(String address) {
        Matcher nonce = Pattern.compile("nonce=\"([^\"]+)\"")
                .matcher(check.challenges(List.of(), "1001", address, false).get(0));
        assertThat(nonce.find()).isTrue();
        return nonce.group(1);
    }

    private static String answer(
            DigestAlgorithm algorithm, String nonce, int count, String name, String password, String uri) {
        String nc = String.format("%08x", count);
        String ha1 = algorithm.hash(name + ":parley:" + password);
        String response =
                algorithm.hash(ha1 + ":" + nonce + ":" + nc + ":cn:auth:" + algorithm.hash("REGISTER:" + uri));
        return "Digest username=\"" + name + "\", realm=\"parley\", nonce=\"" + nonce + "\", uri=\"" + uri
                + "\", qop=auth, nc=" + nc + ", cnonce=\"cn\", response=\"" + response + "\", algorithm="
                + algorithm.token();
    }
}

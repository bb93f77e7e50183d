package dev.parley.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("SEC-1")
@Tag("SEC-5")
class IdTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final String ISSUER = "https://login.example.com";
    private static final IdTokens.Expected EXPECTED = new IdTokens.Expected(ISSUER, "parley", "once");

    private static RSAKey rsa;
    private static RSAKey otherRsa;
    private static RSAKey smallRsa;
    private static ECKey ec;
    private static JWKSet known;

    @BeforeAll
    static void makeKeys() throws JOSEException {
        rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        otherRsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        smallRsa = new RSAKeyGenerator(1024, true).keyID("small").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        known = new JWKSet(List.of(rsa.toPublicJWK(), ec.toPublicJWK(), smallRsa.toPublicJWK()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256"})
    void a_token_of_the_provider_says_who_somebody_is(String algorithm) throws Exception {
        IdClaims who = read(rsa(rsa, JWSAlgorithm.parse(algorithm), claims(c -> c)));

        assertThat(who).isEqualTo(new IdClaims("sub-1", "ann@acme.example", true, "Ann"));
    }

    @Test
    void an_elliptic_key_will_do() throws Exception {
        assertThat(read(signed(
                                new ECDSASigner(ec),
                                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec"),
                                claims(c -> c)))
                        .subject())
                .isEqualTo("sub-1");
    }

    @Test
    void an_address_that_only_lower_case_makes_somebody_elses_is_none() throws Exception {
        assertThat(read(claims(c -> c.claim("email", "\u212aate@acme.example"))).email())
                .isNull();
        assertThat(read(claims(c -> c.claim("email", "Jörg@ACME.example"))).email())
                .isEqualTo("jörg@acme.example");
    }

    @Test
    void an_address_that_is_not_verified_is_said_to_be_so() throws Exception {
        assertThat(read(claims(c -> c.claim("email_verified", false))).verified())
                .isFalse();
        assertThat(read(claims(c -> c.claim("email_verified", null))).verified())
                .isFalse();
        assertThat(read(claims(c -> c.claim("email_verified", "true"))).verified())
                .isTrue();
        assertThat(read(claims(c -> c.claim("email", "no address"))).email()).isNull();
    }

    @Test
    void another_issuer_audience_party_or_nonce_is_refused() {
        refused(claims(c -> c.issuer("https://login.example.com/")), "another issuer");
        refused(claims(c -> c.issuer(null)), "another issuer");
        refused(claims(c -> c.audience("other")), "for somebody else");
        refused(claims(c -> c.audience(List.of("parley", "other"))), "given to somebody else");
        refused(claims(c -> c.claim("azp", "other")), "given to somebody else");
        refused(claims(c -> c.claim("nonce", "twice")), "another request");
        refused(claims(c -> c.claim("nonce", null)), "another request");
        refused(claims(c -> c.subject(null)), "names nobody");
        refused(claims(c -> c.subject("x".repeat(256))), "names nobody");
    }

    @Test
    void several_audiences_will_do_where_the_party_is_ours() throws Exception {
        assertThat(read(claims(c -> c.audience(List.of("parley", "other")).claim("azp", "parley")))
                        .subject())
                .isEqualTo("sub-1");
    }

    @Test
    void a_token_of_another_time_is_refused_and_clocks_may_differ_by_two_minutes() throws Exception {
        refused(claims(c -> c.expirationTime(at(-120))), "expired");
        refused(claims(c -> c.expirationTime(null)), "until when");
        refused(claims(c -> c.issueTime(null)), "since when");
        refused(claims(c -> c.issueTime(at(121))), "future");
        refused(claims(c -> c.notBeforeTime(at(121))), "future");
        assertThat(read(claims(c -> c.expirationTime(at(-119)).issueTime(at(120))))
                        .subject())
                .isEqualTo("sub-1");
    }

    @Test
    void a_token_without_a_signature_is_none() {
        refused(new PlainJWT(claims(c -> c)).serialize(), "is none");
        String header = encoded("{\"alg\":\"none\"}");
        refused(header + "." + encoded(claims(c -> c).toString()) + ".", "is none");
        refused("nothing", "is none");
        refused((String) null, "missing");
    }

    @Test
    void what_is_signed_with_the_public_key_as_if_it_were_a_secret_is_refused() throws Exception {
        byte[] everybodyKnowsIt = rsa.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        String token = signed(
                new MACSigner(everybodyKnowsIt),
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa"),
                claims(c -> c));

        refused(token, "signed by HS256");
    }

    @Test
    void another_key_and_a_changed_token_are_refused() throws Exception {
        assertThatThrownBy(() -> read(rsa(otherRsa, JWSAlgorithm.RS256, claims(c -> c))))
                .isInstanceOf(IdTokens.UnknownKey.class);
        assertThatThrownBy(() -> read(rsa(smallRsa, JWSAlgorithm.RS256, claims(c -> c))))
                .isInstanceOf(IdTokens.UnknownKey.class);
        refused(rsa(rsa, JWSAlgorithm.RS512, claims(c -> c)), "signed by RS512");
        String[] right = rsa(rsa, JWSAlgorithm.RS256, claims(c -> c)).split("\\.");
        String changed = encoded(claims(c -> c.subject("sub-2")).toString());
        assertThatThrownBy(() -> read(right[0] + "." + changed + "." + right[2]))
                .isInstanceOf(Untrusted.class);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Date at(long seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> otherwise) {
        return otherwise
                .apply(new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject("sub-1")
                        .audience("parley")
                        .issueTime(at(-1))
                        .expirationTime(Date.from(NOW.plus(Duration.ofMinutes(5))))
                        .claim("nonce", "once")
                        .claim("email", "Ann@Acme.example")
                        .claim("email_verified", true)
                        .claim("name", "Ann"))
                .build();
    }

    private static String rsa(RSAKey key, JWSAlgorithm algorithm, JWTClaimsSet claims) throws JOSEException {
        JWSHeader.Builder header = new JWSHeader.Builder(algorithm).keyID(key.getKeyID());
        return signed(new RSASSASigner(key.toPrivateKey(), true), header, claims);
    }

    private static String signed(JWSSigner signer, JWSHeader.Builder header, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(header.build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private static IdClaims read(JWTClaimsSet claims) throws Exception {
        return read(rsa(rsa, JWSAlgorithm.RS256, claims));
    }

    private static IdClaims read(String token) throws Untrusted {
        return IdTokens.read(token, known, EXPECTED, NOW);
    }

    private static void refused(JWTClaimsSet claims, String why) {
        assertThatThrownBy(() -> read(claims)).isInstanceOf(Untrusted.class).hasMessageContaining(why);
    }

    private static void refused(String token, String why) {
        assertThatThrownBy(() -> read(token)).isInstanceOf(Untrusted.class).hasMessageContaining(why);
    }
}

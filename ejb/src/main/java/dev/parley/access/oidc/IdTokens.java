package dev.parley.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.mail.MailAddress;
import dev.parley.shared.Invalid;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * What an ID token must be: signed by one of the provider's own keys with RS256, PS256 or ES256, by the issuer, for us alone, of now, and
 * for the very request that this browser began. A token without signature, or one whose signature is made with what everybody knows, is
 * none.
 */
final class IdTokens {
    static final Duration SKEW = Duration.ofMinutes(2);

    private static final int LONGEST = 100_000;
    private static final int SMALLEST_RSA = 2048;
    private static final int LONGEST_NAME = 120;
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private IdTokens() {}

    /** What must stand in it. */
    record Expected(String issuer, String clientId, String nonce) {}

    /** None of the keys that are known could have signed it: newer ones may. */
    static final class UnknownKey extends Untrusted {
        private static final long serialVersionUID = 1;

        UnknownKey() {
            super("no key of the provider fits the ID token");
        }
    }

    /** @throws Untrusted if anything of it is not right; {@link UnknownKey} if only the key is not there */
    static IdClaims read(String token, JWKSet keys, Expected expected, Instant now) throws Untrusted {
        if (token == null || token.length() > LONGEST) throw new Untrusted("the ID token is missing or too long");
        try {
            // refuses tokens without a signature
            SignedJWT signed = SignedJWT.parse(token);
            verify(signed, keys);
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            check(claims, expected, now);
            return claims(claims);
        } catch (ParseException | RuntimeException e) {
            // whatever a reader of JSON throws at what a stranger wrote
            throw new Untrusted("the ID token is none", e);
        }
    }

    private static void verify(SignedJWT signed, JWKSet keys) throws Untrusted {
        JWSHeader header = signed.getHeader();
        if (!ALGORITHMS.contains(header.getAlgorithm()))
            throw new Untrusted(
                    "the ID token is signed by " + header.getAlgorithm().getName());
        List<JWK> candidates = new JWKSelector(JWKMatcher.forJWSHeader(header)).select(keys);
        if (candidates.isEmpty()) throw new UnknownKey();
        for (JWK key : candidates) if (signedBy(signed, key)) return;
        throw new UnknownKey();
    }

    private static boolean signedBy(SignedJWT signed, JWK key) throws Untrusted {
        try {
            JWSVerifier verifier;
            if (key instanceof RSAKey rsa && rsa.size() >= SMALLEST_RSA)
                verifier = new RSASSAVerifier(rsa.toRSAPublicKey());
            else if (key instanceof ECKey ec && ec.getCurve().equals(Curve.P_256))
                verifier = new ECDSAVerifier(ec.toECPublicKey());
            else return false;
            return signed.verify(verifier);
        } catch (JOSEException e) {
            throw new Untrusted("the ID token's signature cannot be checked", e);
        }
    }

    private static void check(JWTClaimsSet claims, Expected expected, Instant now) throws Untrusted, ParseException {
        if (!expected.issuer().equals(claims.getIssuer())) throw new Untrusted("the ID token is of another issuer");
        List<String> audience = claims.getAudience();
        String party = claims.getStringClaim("azp");
        if (!audience.contains(expected.clientId())) throw new Untrusted("the ID token is for somebody else");
        if (party != null ? !party.equals(expected.clientId()) : audience.size() > 1)
            throw new Untrusted("the ID token was given to somebody else");
        times(claims, now);
        String nonce = claims.getStringClaim("nonce");
        if (nonce == null || !same(nonce, expected.nonce()))
            throw new Untrusted("the ID token answers another request");
    }

    private static void times(JWTClaimsSet claims, Instant now) throws Untrusted {
        Date ends = claims.getExpirationTime();
        Date issued = claims.getIssueTime();
        Date begins = claims.getNotBeforeTime();
        if (ends == null || issued == null) throw new Untrusted("the ID token says not until when, or since when");
        if (!now.isBefore(ends.toInstant().plus(SKEW))) throw new Untrusted("the ID token has expired");
        boolean early = issued.toInstant().isAfter(now.plus(SKEW))
                || begins != null && begins.toInstant().isAfter(now.plus(SKEW));
        if (early) throw new Untrusted("the ID token is of the future: is a clock wrong?");
    }

    private static IdClaims claims(JWTClaimsSet claims) throws Untrusted, ParseException {
        String subject = claims.getSubject();
        boolean fits = subject != null
                && !subject.isBlank()
                && subject.length() <= 255
                && subject.chars().noneMatch(c -> c < ' ' || Character.isSurrogate((char) c));
        if (!fits) throw new Untrusted("the ID token names nobody");
        return claims(subject, claims.getClaim("email"), claims.getClaim("email_verified"), claims.getClaim("name"));
    }

    /** What a provider says of somebody; some write {@code "true"} as a text. */
    static IdClaims claims(String subject, Object email, Object verified, Object name) {
        boolean seen = Boolean.TRUE.equals(verified) || "true".equals(verified);
        String address = address(email);
        return new IdClaims(subject, address, address != null && seen, name(name));
    }

    private static String address(Object said) {
        try {
            if (!(said instanceof String text)) return null;
            String address = MailAddress.of(text);
            // in lower case the Kelvin sign is a k: another person's address
            return foreign(address) == foreign(text) ? address : null;
        } catch (Invalid e) {
            return null;
        }
    }

    private static long foreign(String text) {
        return text.strip().chars().filter(c -> c > 127).count();
    }

    private static String name(Object said) {
        if (!(said instanceof String text)) return null;
        String clean = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ").strip();
        if (clean.isEmpty()) return null;
        return clean.length() <= LONGEST_NAME
                ? clean
                : clean.substring(0, LONGEST_NAME).strip();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}

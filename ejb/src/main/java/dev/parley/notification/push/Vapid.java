package dev.parley.notification.push;

import dev.parley.shared.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * By which a push service knows who sends: RFC 8292. A browser's subscription is bound to the public key, so only we can use it.
 *
 * @param publicKey the point as URL-safe text, as browsers want it
 * @param privateKey never leaves the server
 * @param contact {@code mailto:…} or {@code https://…} of the operator
 */
public record Vapid(String publicKey, ECPrivateKey privateKey, String contact) {
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = text("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
    /** At most a day is allowed; a push service's clock may differ. */
    private static final Duration LIFE = Duration.ofHours(12);

    /** The value of {@code Authorization} for a message to that push service. */
    public String authorization(URI endpoint, Instant now) {
        String claims = Json.createObjectBuilder()
                .add("aud", endpoint.getScheme() + "://" + endpoint.getRawAuthority())
                .add("exp", now.plus(LIFE).getEpochSecond())
                .add("sub", contact)
                .build()
                .toString();
        String signed = HEADER + "." + text(claims);
        return "vapid t=" + signed + "." + TEXT.encodeToString(sign(signed)) + ", k=" + publicKey;
    }

    /** Says nothing of the private key, wherever it may be printed. */
    @Override
    public String toString() {
        return "Vapid[" + publicKey + "]";
    }

    private byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has ECDSA", e);
        }
    }

    private static String text(String json) {
        return TEXT.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}

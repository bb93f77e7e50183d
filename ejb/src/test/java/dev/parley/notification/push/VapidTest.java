package dev.parley.notification.push;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("WID-14")
class VapidTest {
    private static final Pattern AUTHORIZATION = Pattern.compile("vapid t=([^.]+)\\.([^.]+)\\.([^,]+), k=(.+)");
    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

    private final KeyPair pair = P256.make();
    private final String key =
            Base64.getUrlEncoder().withoutPadding().encodeToString(P256.point((ECPublicKey) pair.getPublic()));
    private final Vapid vapid = new Vapid(key, (ECPrivateKey) pair.getPrivate(), "mailto:ops@acme.example");

    @Test
    void a_push_service_learns_for_whom_the_letter_is_until_when_and_who_sends_it() throws GeneralSecurityException {
        Matcher said = AUTHORIZATION.matcher(vapid.authorization(URI.create("https://push.example/send/abc?d=1"), NOW));
        assertThat(said.matches()).isTrue();
        JsonObject claims = json(said.group(2));

        assertThat(json(said.group(1)).getString("alg")).isEqualTo("ES256");
        assertThat(claims.getString("aud")).isEqualTo("https://push.example");
        assertThat(claims.getString("sub")).isEqualTo("mailto:ops@acme.example");
        assertThat(claims.getJsonNumber("exp").longValue())
                .isBetween(NOW.getEpochSecond(), NOW.plusSeconds(86_400).getEpochSecond());
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(P256.publicKey(Base64.getUrlDecoder().decode(said.group(4))));
        signature.update((said.group(1) + "." + said.group(2)).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(said.group(3))))
                .isTrue();
    }

    @Test
    void the_private_key_survives_being_written_down_and_is_never_printed() {
        byte[] number = P256.number((ECPrivateKey) pair.getPrivate());

        assertThat(number).hasSize(32);
        assertThat(P256.privateKey(number).getS()).isEqualTo(((ECPrivateKey) pair.getPrivate()).getS());
        assertThat(vapid.toString())
                .doesNotContain(Base64.getUrlEncoder().withoutPadding().encodeToString(number));
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
            return reader.readObject();
        }
    }
}

package dev.parley.access.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import dev.parley.shared.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What providers say of themselves, and their keys, each remembered for an hour. A key that is not known makes the keys be fetched again,
 * at most once a minute for each provider: a provider may change its keys, and nobody can make us ask it without end.
 */
@ApplicationScoped
public class Providers {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int REMEMBERED = 200;

    private final Clock clock;
    private final ProviderNetwork network;
    private final ProviderHttp http;
    private final Map<String, Known<Discovery>> discoveries = new Remembered<>();
    private final Map<URI, Known<JWKSet>> keys = new Remembered<>();

    protected Providers() {
        this(null);
    }

    @Inject
    public Providers(Clock clock) {
        this.clock = clock;
        this.network = ProviderNetwork.now();
        this.http = new ProviderHttp(network);
    }

    private record Known<T>(T value, Instant since) {
        boolean isYounger(Duration age, Instant now) {
            return now.isBefore(since.plus(age));
        }
    }

    /** Whatever was not asked for longest is forgotten first. */
    private static final class Remembered<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;

        Remembered() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > REMEMBERED;
        }
    }

    /** Whether a provider could have this as its issuer. */
    public boolean plausible(String issuer) {
        return network.check(issuer).filter(uri -> uri.getRawQuery() == null).isPresent();
    }

    /** @throws IOException if the provider does not answer @throws Untrusted if it says what cannot be */
    public Discovery discover(OidcClient client) throws IOException, Untrusted {
        String issuer = client.issuer();
        synchronized (discoveries) {
            Known<Discovery> known = discoveries.get(issuer);
            if (known != null && known.isYounger(LIFE, clock.instant())) return known.value();
        }
        URI address = network.check(Discovery.address(issuer))
                .orElseThrow(() -> new Untrusted("the issuer is not an address of a provider"));
        Discovery found = Discovery.read(json(http.get(client.company(), address, Map.of())), issuer, network);
        synchronized (discoveries) {
            discoveries.put(issuer, new Known<>(found, clock.instant()));
        }
        return found;
    }

    /** The provider's keys. @param anew whether what is remembered was not enough */
    public JWKSet keys(OidcClient client, Discovery provider, boolean anew) throws IOException, Untrusted {
        synchronized (keys) {
            Known<JWKSet> known = keys.get(provider.keys());
            if (known != null && known.isYounger(anew ? PAUSE : LIFE, clock.instant())) return known.value();
        }
        ProviderHttp.Answer answer = http.get(client.company(), provider.keys(), Map.of());
        if (!answer.isRight()) throw new IOException("the provider's keys: status " + answer.status());
        try {
            JWKSet found = JWKSet.parse(answer.body());
            synchronized (keys) {
                keys.put(provider.keys(), new Known<>(found, clock.instant()));
            }
            return found;
        } catch (ParseException | RuntimeException e) {
            throw new Untrusted("the provider's keys cannot be read", e);
        }
    }

    /** The answer to a form. @throws Untrusted if the provider refused */
    JsonObject post(OidcClient client, URI uri, Map<String, String> headers, String form)
            throws IOException, Untrusted {
        return json(http.post(client.company(), uri, headers, form));
    }

    /** What an access token shows. */
    JsonObject get(OidcClient client, URI uri, Map<String, String> headers) throws IOException, Untrusted {
        return json(http.get(client.company(), uri, headers));
    }

    private static JsonObject json(ProviderHttp.Answer answer) throws IOException, Untrusted {
        if (answer.status() >= 500) throw new IOException("the provider answered with status " + answer.status());
        if (!answer.isRight()) throw new Untrusted("the provider answered with status " + answer.status());
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        } catch (RuntimeException e) {
            // a JsonException, or a bare one where it is nested too deep
            throw new Untrusted("the provider's answer is no JSON object", e);
        }
    }
}

package dev.parley.access.oidc;

import dev.parley.shared.PublicIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The authorisation code flow with PKCE: out to the provider with a browser, and back with a code for which it says who came. */
@ApplicationScoped
public class CodeFlow {
    private final Providers providers;
    private final Clock clock;

    protected CodeFlow() {
        this(null, null);
    }

    @Inject
    public CodeFlow(Providers providers, Clock clock) {
        this.providers = providers;
        this.clock = clock;
    }

    /** The secrets of one request; the browser brings them back sealed. */
    public record Secrets(String state, String nonce, String verifier) {
        /** New ones, 256 random bits each. */
        public static Secrets make() {
            return new Secrets(PublicIds.token(), PublicIds.token(), PublicIds.token());
        }

        @Override
        public String toString() {
            return "Secrets[…]";
        }
    }

    /**
     * Where the browser goes.
     *
     * @param hint the e-mail that was typed, or null
     */
    public URI out(OidcClient client, Secrets secrets, URI back, String hint) throws IOException, Untrusted {
        Discovery provider = providers.discover(client);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", client.clientId());
        query.put("redirect_uri", back.toString());
        query.put("scope", "openid email profile");
        query.put("state", secrets.state());
        query.put("nonce", secrets.nonce());
        query.put("code_challenge", challenge(secrets.verifier()));
        query.put("code_challenge_method", "S256");
        if (hint != null) query.put("login_hint", hint);
        String address = provider.authorization().toString();
        return URI.create(address + (address.contains("?") ? "&" : "?") + form(query));
    }

    /**
     * Who came back with a code.
     *
     * @param named who the provider says it is, or null; another one's answer must not be brought to this one
     */
    public IdClaims in(OidcClient client, Secrets secrets, URI back, String code, String named)
            throws IOException, Untrusted {
        Discovery provider = providers.discover(client);
        if (named == null ? provider.namesItself() : !named.equals(client.issuer()))
            throw new Untrusted("the answer is of another provider");
        JsonObject said = exchange(client, provider, secrets, back, code);
        String token = said.get("id_token") instanceof JsonString text ? text.getString() : null;
        IdClaims claims = read(token, provider, client, secrets);
        if (claims.email() != null || provider.people() == null) return claims;
        return said.get("access_token") instanceof JsonString access
                ? more(claims, provider, client, access.getString())
                : claims;
    }

    private JsonObject exchange(OidcClient client, Discovery provider, Secrets secrets, URI back, String code)
            throws IOException, Untrusted {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", back.toString());
        form.put("code_verifier", secrets.verifier());
        if (client.secret() != null && provider.basic()) {
            String both = encoded(client.clientId()) + ":" + encoded(client.secret());
            String header = "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.US_ASCII));
            return providers.post(client, provider.token(), Map.of("Authorization", header), form(form));
        }
        form.put("client_id", client.clientId());
        if (client.secret() != null) form.put("client_secret", client.secret());
        return providers.post(client, provider.token(), Map.of(), form(form));
    }

    private IdClaims read(String token, Discovery provider, OidcClient client, Secrets secrets)
            throws IOException, Untrusted {
        var expected = new IdTokens.Expected(client.issuer(), client.clientId(), secrets.nonce());
        try {
            return IdTokens.read(token, providers.keys(client, provider, false), expected, clock.instant());
        } catch (IdTokens.UnknownKey e) {
            return IdTokens.read(token, providers.keys(client, provider, true), expected, clock.instant());
        }
    }

    /** Providers that keep to the letter say the e-mail there only. */
    private IdClaims more(IdClaims claims, Discovery provider, OidcClient client, String access)
            throws IOException, Untrusted {
        JsonObject said = providers.get(client, provider.people(), Map.of("Authorization", "Bearer " + access));
        if (!claims.subject().equals(plain(said.get("sub"))))
            throw new Untrusted("the provider speaks of somebody else");
        Object name = claims.name() != null ? claims.name() : plain(said.get("name"));
        return IdTokens.claims(claims.subject(), plain(said.get("email")), plain(said.get("email_verified")), name);
    }

    private static Object plain(JsonValue value) {
        if (value instanceof JsonString text) return text.getString();
        return value == JsonValue.TRUE ? Boolean.TRUE : null;
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String form(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> encoded(member.getKey()) + "=" + encoded(member.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package dev.parley.access.oidc;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Optional;

/**
 * What a provider says of itself under {@code /.well-known/openid-configuration}.
 *
 * @param people where an access token is told who somebody is, or null where the provider has no such place
 * @param basic whether the secret is sent in a header, else in the form
 * @param namesItself whether it says in each answer who it is (RFC 9207)
 */
public record Discovery(
        String issuer, URI authorization, URI token, URI keys, URI people, boolean basic, boolean namesItself) {
    /** Where an issuer says it. */
    static String address(String issuer) {
        return issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration";
    }

    /** @throws Untrusted if it speaks of another issuer, or an address is missing or may not be asked */
    static Discovery read(JsonObject said, String issuer, ProviderNetwork network) throws Untrusted {
        if (!issuer.equals(text(said, "issuer"))) throw new Untrusted("the provider says it is another issuer");
        return new Discovery(
                issuer,
                required(said, "authorization_endpoint", network),
                required(said, "token_endpoint", network),
                required(said, "jwks_uri", network),
                network.check(text(said, "userinfo_endpoint")).orElse(null),
                takesBasic(said),
                said.get("authorization_response_iss_parameter_supported") == JsonValue.TRUE);
    }

    private static URI required(JsonObject said, String member, ProviderNetwork network) throws Untrusted {
        Optional<URI> address = network.check(text(said, member));
        return address.orElseThrow(() -> new Untrusted("the provider's " + member + " is missing or may not be asked"));
    }

    /** The default of the specification. */
    private static boolean takesBasic(JsonObject said) {
        return !(said.get("token_endpoint_auth_methods_supported") instanceof JsonArray methods)
                || methods.isEmpty()
                || methods.stream()
                        .anyMatch(
                                m -> m instanceof JsonString s && s.getString().equals("client_secret_basic"));
    }

    private static String text(JsonObject said, String member) {
        return said.get(member) instanceof JsonString text ? text.getString() : null;
    }
}

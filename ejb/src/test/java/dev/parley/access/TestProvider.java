package dev.parley.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider on this machine for the tests of the doors; the browser's test has a real one. It says of whoever comes what it is told. */
final class TestProvider implements AutoCloseable {
    static final String CLIENT = "parley";
    static final String SECRET = "s3cret & more";

    private final HttpServer server;
    private final Clock clock;
    private RSAKey key = make("one");
    private final Map<String, Code> codes = new HashMap<>();
    private final AtomicInteger brought = new AtomicInteger();
    private volatile String nonsense;

    /** Who somebody is. */
    record Person(String subject, String email, Boolean verified, String name) {}

    private record Code(Person person, String nonce, String challenge, String back) {}

    TestProvider(Clock clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, discovery()));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Other keys from now on. */
    void changeKeys() {
        key = make("two");
    }

    /** From now on this is the answer to every code. */
    void answer(String text) {
        nonsense = text;
    }

    /** How many codes were brought to it, right or wrong. */
    int brought() {
        return brought.get();
    }

    /** What the browser comes back with after that person has signed in. */
    SignOnReturn signIn(SignOnDeparture departure, Person person) {
        Map<String, String> asked = form(departure.to().getRawQuery());
        String code = "code-" + codes.size();
        codes.put(code, new Code(person, asked.get("nonce"), asked.get("code_challenge"), asked.get("redirect_uri")));
        String back = asked.get("redirect_uri");
        String company = back.substring(back.lastIndexOf('/') + 1);
        return new SignOnReturn(company, departure.ticket(), asked.get("state"), code, null, null);
    }

    static Map<String, String> asked(URI to) {
        return form(to.getRawQuery());
    }

    private String discovery() {
        return Json.createObjectBuilder()
                .add("issuer", issuer())
                .add("authorization_endpoint", issuer() + "/authorize")
                .add("token_endpoint", issuer() + "/token")
                .add("jwks_uri", issuer() + "/keys")
                .build()
                .toString();
    }

    private void token(HttpExchange exchange) throws IOException {
        brought.incrementAndGet();
        if (nonsense != null) {
            answer(exchange, 200, nonsense);
            return;
        }
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Code code = codes.remove(form.get("code"));
        String both = encoded(CLIENT) + ":" + encoded(SECRET);
        String basic = "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        boolean right = code != null
                && basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && code.challenge().equals(hash(form.get("code_verifier")))
                && code.back().equals(form.get("redirect_uri"));
        if (!right) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(
                exchange,
                200,
                Json.createObjectBuilder()
                        .add("token_type", "Bearer")
                        .add("access_token", "access")
                        .add("id_token", idToken(code))
                        .build()
                        .toString());
    }

    private String idToken(Code code) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer(issuer())
                            .subject(code.person().subject())
                            .audience(CLIENT)
                            .issueTime(Date.from(clock.instant()))
                            .expirationTime(Date.from(clock.instant().plusSeconds(300)))
                            .claim("nonce", code.nonce())
                            .claim("email", code.person().email())
                            .claim("email_verified", code.person().verified())
                            .claim("name", code.person().name())
                            .build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey make(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&")) {
            String[] both = pair.split("=", 2);
            form.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

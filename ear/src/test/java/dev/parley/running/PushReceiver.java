package dev.parley.running;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A push service on loopback, and the one browser that subscribed to it: it checks who sends, opens what comes, and answers as it is told.
 * Written from RFC 8030, 8188, 8291 and 8292, not from the code under test.
 */
public final class PushReceiver implements AutoCloseable {
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final HttpServer server = listen();
    private final KeyPair browser = pair();
    private final byte[] auth = new byte[16];
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int answer = 201;

    public PushReceiver() {
        new SecureRandom().nextBytes(auth);
        server.createContext("/push", this::take);
        server.start();
    }

    /** What came: the message, and the headers that matter; {@code key} is the one that signed, {@code claims} what it signed. */
    public record Received(String message, JsonObject claims, String key, String topic, String ttl, String path) {}

    /** {@code http://127.0.0.1:…}. */
    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A browser's {@code PushSubscription} as JSON. */
    public JsonObject subscription(String name) {
        return Json.createObjectBuilder()
                .add("endpoint", origin() + "/push/" + name)
                .add(
                        "keys",
                        Json.createObjectBuilder()
                                .add("p256dh", TEXT.encodeToString(point((ECPublicKey) browser.getPublic())))
                                .add("auth", TEXT.encodeToString(auth)))
                .build();
    }

    /** Answers with this status from now on. */
    public void answer(int status) {
        answer = status;
    }

    public List<Received> received() {
        return received;
    }

    private void take(HttpExchange call) throws IOException {
        try (call) {
            byte[] body = call.getRequestBody().readAllBytes();
            String[] said = call.getRequestHeaders().getFirst("Authorization").split("vapid t=|, k=");
            received.add(new Received(
                    new String(open(body), StandardCharsets.UTF_8),
                    verified(said[1], said[2]),
                    said[2],
                    call.getRequestHeaders().getFirst("Topic"),
                    call.getRequestHeaders().getFirst("TTL"),
                    call.getRequestURI().getPath()));
            call.sendResponseHeaders(answer, -1);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static JsonObject verified(String token, String key) throws GeneralSecurityException {
        String[] parts = token.split("\\.");
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(publicKey(Base64.getUrlDecoder().decode(key)));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        if (!signature.verify(Base64.getUrlDecoder().decode(parts[2])))
            throw new GeneralSecurityException("somebody else has signed");
        return ParleyRest.json(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    }

    private byte[] open(byte[] sealed) throws GeneralSecurityException {
        ByteBuffer in = ByteBuffer.wrap(sealed);
        byte[] salt = take(in, 16);
        in.getInt();
        byte[] sender = take(in, in.get());
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(browser.getPrivate());
        agreement.doPhase(publicKey(sender), true);
        byte[] info = ByteBuffer.allocate(145)
                .put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII))
                .put(point((ECPublicKey) browser.getPublic()))
                .put(sender)
                .put((byte) 1)
                .array();
        byte[] secret = mac(salt, mac(mac(auth, agreement.generateSecret()), info));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(part(secret, "Content-Encoding: aes128gcm\0\1", 16), "AES"),
                new GCMParameterSpec(128, part(secret, "Content-Encoding: nonce\0\1", 12)));
        byte[] padded = cipher.doFinal(take(in, in.remaining()));
        int end = padded.length - 1;
        while (padded[end] == 0) end--;
        return Arrays.copyOf(padded, end);
    }

    private static byte[] part(byte[] secret, String what, int length) throws GeneralSecurityException {
        return Arrays.copyOf(mac(secret, what.getBytes(StandardCharsets.US_ASCII)), length);
    }

    private static byte[] mac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] take(ByteBuffer from, int length) {
        byte[] taken = new byte[length];
        from.get(taken);
        return taken;
    }

    private static byte[] point(ECPublicKey key) {
        byte[] point = new byte[65];
        point[0] = 4;
        put(key.getW().getAffineX(), point, 33);
        put(key.getW().getAffineY(), point, 65);
        return point;
    }

    private static void put(BigInteger number, byte[] into, int end) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, into, end - length, length);
    }

    private static PublicKey publicKey(byte[] point) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        var w = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(point, 33, 65)));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(w, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer listen() {
        try {
            return HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package dev.parley.access.totp;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Six digits that change every half minute, as every authenticator app makes them: RFC 6238 over RFC 4226 with HMAC-SHA-1, which some apps
 * take for granted whatever they are told.
 */
public final class Totp {
    /** How long a code is shown. */
    public static final Duration STEP = Duration.ofSeconds(30);

    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    /** The length of the hash, as RFC 4226 recommends. */
    private static final int SECRET_BYTES = 20;
    /** Clocks differ, and people type slowly: the code before and the code after do too. */
    private static final int SLACK = 1;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    /** A new secret of 160 random bits, in {@link Base32}: 32 characters. */
    public static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Base32.encode(secret);
    }

    /** The number of the half minute. */
    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    /** The code of a half minute: six digits. */
    public static String code(String secret, long step) {
        int number = truncated(hmac(Base32.decode(secret), step)) % MODULUS;
        return String.format("%0" + DIGITS + "d", number);
    }

    /**
     * Which half minute a code is of, the one of that moment or a neighbour; nothing if it is of none of them. Takes the same time whatever
     * differs.
     *
     * @param after codes of this half minute and of those before it are over, however right
     */
    public static OptionalLong match(String secret, String code, Instant at, long after) {
        byte[] given = code.getBytes(StandardCharsets.UTF_8);
        OptionalLong found = OptionalLong.empty();
        for (long step = step(at) - SLACK; step <= step(at) + SLACK; step++) {
            boolean same = MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.UTF_8), given);
            if (same && step > after && found.isEmpty()) found = OptionalLong.of(step);
        }
        return found;
    }

    /** What a QR code says to an authenticator app. {@code account} is shown there, under {@code issuer}. */
    public static String uri(String issuer, String account, String secret) {
        return "otpauth://totp/" + escape(issuer) + ":" + escape(account) + "?secret=" + secret + "&issuer="
                + escape(issuer) + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP.toSeconds();
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** RFC 4226, section 5.3. */
    private static int truncated(byte[] hash) {
        int offset = hash[hash.length - 1] & 0xf;
        return ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
    }

    private static byte[] hmac(byte[] key, long counter) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }
}

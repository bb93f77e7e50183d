package dev.parley.sip.container.digest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Nonces that live a minute, are bound to the address they were given to, and work once for each count. Giving one out
 * costs no memory, so a flood of requests without credentials leaves nothing behind; only what was used rightly is
 * remembered. Every process signs with a key of its own: on another node, or after a restart, a nonce is stale.
 */
public final class Nonces {
    /** How long a nonce can be used. */
    public static final Duration LIFE = Duration.ofMinutes(1);

    private static final int TIME = 8;
    private static final int RANDOM = 8;
    private static final int SIGNATURE = 16;

    private final Clock clock;
    private final int remembered;
    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final Map<String, Long> highest = new LinkedHashMap<>();
    private long floor;

    /** @param remembered how many used nonces are remembered at most; when more are in use, the oldest become stale */
    public Nonces(Clock clock, int remembered) {
        this.clock = clock;
        this.remembered = remembered;
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** A nonce for whoever sends from {@code address}. */
    public String issue(String address) {
        ByteBuffer nonce = ByteBuffer.allocate(TIME + RANDOM + SIGNATURE);
        nonce.putLong(clock.millis());
        byte[] salt = new byte[RANDOM];
        random.nextBytes(salt);
        nonce.put(salt);
        nonce.put(sign(Arrays.copyOf(nonce.array(), TIME + RANDOM), address));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(nonce.array());
    }

    /** Whether the nonce is one of ours, for this address, and not too old. */
    boolean isFresh(String nonce, String address) {
        byte[] bytes = decode(nonce);
        if (bytes == null) {
            return false;
        }
        byte[] signed = Arrays.copyOf(bytes, TIME + RANDOM);
        byte[] signature = Arrays.copyOfRange(bytes, TIME + RANDOM, bytes.length);
        long age = clock.millis() - issued(bytes);
        return MessageDigest.isEqual(signature, sign(signed, address)) && age >= 0 && age < LIFE.toMillis();
    }

    /** Notes a right use. False if this count, or a higher one, was used before: then somebody repeats what he heard. */
    synchronized boolean use(String nonce, long count) {
        long issued = issued(decode(nonce));
        forgetOld();
        Long before = highest.get(nonce);
        boolean forgotten = before == null && issued <= floor;
        if (count < 1 || forgotten || before != null && before >= count) {
            return false;
        }
        highest.put(nonce, count);
        if (highest.size() > remembered) {
            String oldest = highest.keySet().iterator().next();
            floor = Math.max(floor, issued(decode(oldest)));
            highest.remove(oldest);
        }
        return true;
    }

    private void forgetOld() {
        long limit = clock.millis() - LIFE.toMillis();
        Iterator<String> oldest = highest.keySet().iterator();
        while (oldest.hasNext() && issued(decode(oldest.next())) < limit) {
            oldest.remove();
        }
    }

    private static byte[] decode(String nonce) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(nonce);
            return bytes.length == TIME + RANDOM + SIGNATURE ? bytes : null;
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private static long issued(byte[] nonce) {
        return ByteBuffer.wrap(nonce).getLong();
    }

    private byte[] sign(byte[] content, String address) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(content);
            return Arrays.copyOf(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}

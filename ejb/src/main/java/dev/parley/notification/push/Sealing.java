package dev.parley.notification.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals a message so that only the subscribed browser can read it: {@code aes128gcm} of RFC 8188 with the keys of RFC 8291. One record. */
public final class Sealing {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 16;
    private static final int RECORD = 4096;
    private static final int TAG_BITS = 128;
    /** What browsers must take at least is 4,096 bytes with the header; ours are far smaller. */
    private static final int MOST = 3000;

    private Sealing() {}

    /** @param browser the subscription's {@code p256dh} @param auth its 16 bytes {@code auth} */
    public static byte[] seal(byte[] message, ECPublicKey browser, byte[] auth) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return seal(message, browser, auth, P256.make(), salt);
    }

    /** As {@link #seal(byte[], ECPublicKey, byte[])}, with a key and a salt that otherwise are made anew each time. */
    static byte[] seal(byte[] message, ECPublicKey browser, byte[] auth, KeyPair own, byte[] salt) {
        if (message.length > MOST) throw new IllegalArgumentException("too long for a notification");
        byte[] sender = P256.point((ECPublicKey) own.getPublic());
        try {
            byte[] agreed = P256.agree((ECPrivateKey) own.getPrivate(), browser);
            byte[] info = join(ascii("WebPush: info\0"), P256.point(browser), sender);
            byte[] secret = hmac(salt, expand(hmac(auth, agreed), info, 32));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(expand(secret, ascii("Content-Encoding: aes128gcm\0"), 16), "AES"),
                    new GCMParameterSpec(TAG_BITS, expand(secret, ascii("Content-Encoding: nonce\0"), 12)));
            byte[] head = ByteBuffer.allocate(SALT + 4 + 1)
                    .put(salt)
                    .putInt(RECORD)
                    .put((byte) P256.POINT)
                    .array();
            // 2: the last record
            return join(head, sender, cipher.doFinal(join(message, new byte[] {2})));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has ECDH, HMAC and AES-GCM", e);
        }
    }

    /** HKDF's second step, for at most one block. */
    private static byte[] expand(byte[] key, byte[] info, int length) throws GeneralSecurityException {
        return Arrays.copyOf(hmac(key, join(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[]... parts) {
        ByteBuffer whole = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) whole.put(part);
        return whole.array();
    }
}

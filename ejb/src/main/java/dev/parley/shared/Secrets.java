package dev.parley.shared;

import dev.parley.db.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what Parley gives out and wants to know again, and seals what it keeps and nobody else may read. The secret is {@code PARLEY_SECRET}; a demo makes one once and keeps it in
 * {@code PARLEY_DATA}. Each purpose has its own key derived from it, so that a signature made for one is worthless for another.
 */
@ApplicationScoped
public class Secrets {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private volatile byte[] secret;

    /** The signature of a text for a purpose: 43 characters of the URL-safe alphabet. */
    public String sign(String purpose, String text) {
        byte[] key = hmac(secret(), purpose.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(key, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether it is our signature of that text for that purpose; takes the same time whatever differs. */
    public boolean verify(String purpose, String text, String signature) {
        return signature != null
                && MessageDigest.isEqual(
                        sign(purpose, text).getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The text so that only this installation can read it again, for that purpose: AES-256-GCM under a fresh nonce, in the URL-safe
     * alphabet. The same text looks different each time.
     */
    public String seal(String purpose, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, purpose, nonce, text.getBytes(StandardCharsets.UTF_8));
        byte[] both = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /**
     * What {@link #seal} made, in the clear again.
     *
     * @throws IllegalStateException if it was sealed for something else or with another secret, or somebody changed it
     */
    public String open(String purpose, String sealed) {
        byte[] both = Base64.getUrlDecoder().decode(sealed);
        byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
        byte[] rest = Arrays.copyOfRange(both, NONCE_BYTES, both.length);
        return new String(crypt(Cipher.DECRYPT_MODE, purpose, nonce, rest), StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, String purpose, byte[] nonce, byte[] text) {
        try {
            byte[] key = hmac(secret(), purpose.getBytes(StandardCharsets.UTF_8));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not sealed by this installation for " + purpose, e);
        }
    }

    private byte[] secret() {
        byte[] found = secret;
        if (found == null) {
            synchronized (this) {
                if (secret == null) secret = load();
                found = secret;
            }
        }
        return found;
    }

    private static byte[] load() {
        return Settings.find("PARLEY_SECRET")
                .map(s -> s.getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> kept(Settings.data().resolve("secret")));
    }

    private static byte[] kept(Path file) {
        if (!Settings.demo()) throw new IllegalStateException("PARLEY_SECRET is required in production");
        try {
            Files.createDirectories(file.getParent());
            try {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, PublicIds.token());
            } catch (FileAlreadyExistsException kept) {
                // made by an earlier start
            }
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length < 32)
                throw new IllegalStateException(file + " is too short; delete it to have a new one made");
            return bytes;
        } catch (IOException e) {
            throw new IllegalStateException("The demo's secret cannot be kept in " + file, e);
        }
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}

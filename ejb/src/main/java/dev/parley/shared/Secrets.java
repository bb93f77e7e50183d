package dev.parley.shared;

import dev.parley.db.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what Parley gives out and wants to know again. The secret is {@code PARLEY_SECRET}; a demo makes one once and keeps it in
 * {@code PARLEY_DATA}. Each purpose has its own key derived from it, so that a signature made for one is worthless for another.
 */
@ApplicationScoped
public class Secrets {
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

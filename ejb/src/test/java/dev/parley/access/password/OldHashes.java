package dev.parley.access.password;

import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Hashes as a version with weaker parameters would have kept them. */
public final class OldHashes {
    private OldHashes() {}

    public static String of(String password) {
        byte[] salt = "sixteen bytes...".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, 1000, 256))
                    .getEncoded();
            var base64 = Base64.getEncoder().withoutPadding();
            return "pbkdf2-sha512$1000$" + base64.encodeToString(salt) + "$" + base64.encodeToString(key);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

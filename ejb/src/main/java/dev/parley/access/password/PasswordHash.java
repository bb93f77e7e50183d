package dev.parley.access.password;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it is kept: {@code pbkdf2-sha512$<iterations>$<salt>$<key>}. The parameters stand in the text, so that they can grow and
 * old hashes still be compared.
 */
record PasswordHash(int iterations, byte[] salt, byte[] key) {
    /** OWASP's figure for PBKDF2-HMAC-SHA512. */
    static final int ITERATIONS = 210_000;

    private static final String SCHEME = "pbkdf2-sha512";
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new hash of today's strength, under a salt of its own. */
    static PasswordHash of(String password) {
        byte[] salt = random(SALT_BYTES);
        return new PasswordHash(ITERATIONS, salt, derive(password, salt, ITERATIONS, KEY_BYTES));
    }

    /** Looks like any other and costs as much to compare, but was made from no password. */
    static PasswordHash ofNoPassword() {
        return new PasswordHash(ITERATIONS, random(SALT_BYTES), random(KEY_BYTES));
    }

    /** @throws IllegalArgumentException if it is not one of ours */
    static PasswordHash parse(String text) {
        String[] parts = text.split("\\$");
        if (parts.length != 4 || !SCHEME.equals(parts[0]))
            throw new IllegalArgumentException("not a password hash of ours");
        var base64 = Base64.getDecoder();
        return new PasswordHash(Integer.parseInt(parts[1]), base64.decode(parts[2]), base64.decode(parts[3]));
    }

    /** Whether it is the password; takes the same time whatever differs. */
    boolean matches(String password) {
        return MessageDigest.isEqual(key, derive(password, salt, iterations, key.length));
    }

    /** Whether it is weaker than what {@link #of} makes today. */
    boolean outdated() {
        return iterations < ITERATIONS || salt.length < SALT_BYTES || key.length < KEY_BYTES;
    }

    /** As it is kept. */
    String text() {
        var base64 = Base64.getEncoder().withoutPadding();
        return SCHEME + "$" + iterations + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(key);
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    private static byte[] derive(String password, byte[] salt, int iterations, int bytes) {
        var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, bytes * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2WithHmacSHA512", e);
        } finally {
            spec.clearPassword();
        }
    }

    /** Never the key: this text may reach a log. */
    @Override
    public String toString() {
        return SCHEME + " with " + iterations + " iterations";
    }
}

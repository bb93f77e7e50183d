package dev.parley.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256, under which tokens are kept: a stolen table holds nothing that opens a door. */
public final class Digests {
    private Digests() {}

    /** 64 hexadecimal digits. */
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** 64 hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(hash(bytes));
    }

    /** 43 characters of the URL-safe alphabet. */
    public static String sha256Base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

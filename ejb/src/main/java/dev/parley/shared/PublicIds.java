package dev.parley.shared;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes the opaque, unguessable names under which things leave the building, and the tokens that prove who somebody is. */
public final class PublicIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private PublicIds() {}

    /** 128 random bits in 22 characters of the URL-safe alphabet; the first is a letter, so that it can be an element's id. */
    public static String next() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        bytes[0] &= 0x7f; // the first six bits are then 0..31: A to Z, a to f
        return TEXT.encodeToString(bytes);
    }

    /** 256 random bits in 43 characters. */
    public static String token() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return TEXT.encodeToString(bytes);
    }

    /** Whether a text can be an id of ours at all; what cannot is not asked of the database (PostgreSQL refuses a NUL, for one). */
    public static boolean plausible(String text) {
        return text != null && text.length() <= 64 && text.chars().allMatch(PublicIds::ofAlphabet) && !text.isEmpty();
    }

    private static boolean ofAlphabet(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }
}

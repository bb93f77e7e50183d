package dev.parley.access.totp;

import java.io.ByteArrayOutputStream;

/** The alphabet of RFC 4648 without padding, in which authenticator apps take a secret. */
public final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    /** Eight characters for five bytes; fewer at the end. */
    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length * 8 + 4) / 5);
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = (buffer << 8 | b & 0xff) & 0xfff;
            for (bits += 8; bits >= 5; bits -= 5) text.append(ALPHABET.charAt(buffer >> bits - 5 & 31));
        }
        if (bits > 0) text.append(ALPHABET.charAt(buffer << 5 - bits & 31));
        return text.toString();
    }

    /** @throws IllegalArgumentException if a character is not of the alphabet */
    public static byte[] decode(String text) {
        var bytes = new ByteArrayOutputStream(text.length() * 5 / 8);
        int buffer = 0;
        int bits = 0;
        for (char c : text.toCharArray()) {
            int value = ALPHABET.indexOf(c);
            if (value < 0) throw new IllegalArgumentException("not of the alphabet of RFC 4648");
            buffer = (buffer << 5 | value) & 0xfff;
            bits += 5;
            if (bits >= 8) bytes.write(buffer >> (bits -= 8) & 0xff);
        }
        return bytes.toByteArray();
    }
}

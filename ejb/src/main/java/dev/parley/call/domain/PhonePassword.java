package dev.parley.call.domain;

import dev.parley.shared.Invalid;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What is kept of a phone's password: the digest's HA1 for each algorithm (RFC 7616 section 3.4.2). Whoever steals one can register as
 * that phone, but learns no password. MD5 is kept because most phones in use can do nothing else (RFC 8760 allows it as second choice).
 */
public record PhonePassword(String extension, String sha256, String md5) {
    private static final Pattern EXTENSION = Pattern.compile("[0-9]{2,10}");
    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;

    /** @throws Invalid if the extension is not 2 to 10 digits, or the password not 8 to 128 characters */
    public static PhonePassword of(String extension, String realm, String password) {
        if (extension == null || !EXTENSION.matcher(extension).matches()) {
            throw new Invalid("An extension has 2 to 10 digits.");
        }
        if (password == null || password.length() < SHORTEST || password.length() > LONGEST) {
            throw new Invalid("A phone's password has 8 to 128 characters.");
        }
        String secret = extension + ':' + realm + ':' + password;
        return new PhonePassword(extension, hash("SHA-256", secret), hash("MD5", secret));
    }

    private static String hash(String algorithm, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    @Override
    public String toString() {
        return "PhonePassword[" + extension + "]";
    }
}

package dev.parley.sip.container.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The algorithms offered, the better first (RFC 8760 section 2.3). MD5 is there because most desk phones know no other. */
public enum DigestAlgorithm {
    SHA_256("SHA-256"),
    MD5("MD5");

    private final String token;

    DigestAlgorithm(String token) {
        this.token = token;
    }

    /** As it stands in headers, which is also what Java calls it. */
    public String token() {
        return token;
    }

    /** The algorithm a header names; MD5 where it names none (RFC 7616 section 3.4). */
    static Optional<DigestAlgorithm> named(String token) {
        if (token == null) {
            return Optional.of(MD5);
        }
        for (DigestAlgorithm algorithm : values()) {
            if (algorithm.token.equalsIgnoreCase(token)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** The hash in lower-case hexadecimal. */
    public String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance(token).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + token, e);
        }
    }

    /** The response that whoever knows {@code ha1} gives with qop "auth" (RFC 7616 section 3.4.1). */
    public String response(String ha1, Credentials given, String method) {
        String ha2 = hash(method + ':' + given.uri());
        return hash(String.join(":", ha1, given.nonce(), given.nonceCount(), given.clientNonce(), "auth", ha2));
    }
}

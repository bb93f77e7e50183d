package dev.parley.access.passkey;

import jakarta.json.Json;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** An authenticator and its browser, with one passkey: says by the JDK's own cryptography what WebAuthn has them say. */
public final class SoftAuthenticator {
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int CREDENTIAL = 0x40;
    private static final int COORDINATE = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyPair pair;
    private final byte[] id = new byte[32];

    /** Where the browser thinks that it is. */
    public String origin;

    /** Whose passkeys the authenticator thinks that they are. */
    public String site;

    /** Whether the device verifies the person. */
    public boolean verifies = true;

    /** Of the next use; one that stays 0 does not count. */
    public int counter;

    public SoftAuthenticator(RelyingParty where) {
        origin = where.origin();
        site = where.id();
        RANDOM.nextBytes(id);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The credential's id. */
    public byte[] id() {
        return id.clone();
    }

    /** The browser's own words on what it was asked. @param what {@code webauthn.create} or {@code webauthn.get} */
    public byte[] clientData(String what, byte[] challenge) {
        return Json.createObjectBuilder()
                .add("type", what)
                .add("challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(challenge))
                .add("origin", origin)
                .add("crossOrigin", false)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What the authenticator says of a new credential: attestation "none". */
    public byte[] attestation() {
        byte[] authenticatorData = join(
                head(CREDENTIAL),
                // no model
                new byte[16],
                new byte[] {0, (byte) id.length},
                id,
                publicKey());
        return join(
                new byte[] {(byte) 0xa3},
                text("fmt"),
                text("none"),
                text("attStmt"),
                new byte[] {(byte) 0xa0},
                text("authData"),
                new byte[] {0x59},
                ByteBuffer.allocate(2)
                        .putShort((short) authenticatorData.length)
                        .array(),
                authenticatorData);
    }

    /** What it says where somebody signs in. */
    public Assertion use(byte[] challenge, byte[] userHandle) {
        byte[] clientData = clientData("webauthn.get", challenge);
        byte[] authenticatorData = head(0);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(authenticatorData);
            signature.update(sha256(clientData));
            return new Assertion(id(), userHandle, authenticatorData, clientData, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] head(int more) {
        int flags = PRESENT | (verifies ? VERIFIED : 0) | more;
        return join(
                sha256(site.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) flags},
                ByteBuffer.allocate(4).putInt(counter).array());
    }

    /** COSE: kty EC2, alg ES256, crv P-256, x, y. */
    private byte[] publicKey() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        return join(
                new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, COORDINATE},
                coordinate(point.getAffineX()),
                new byte[] {0x22, 0x58, COORDINATE},
                coordinate(point.getAffineY()));
    }

    private static byte[] coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
        return fixed;
    }

    /** CBOR, shorter than 24 bytes. */
    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return join(new byte[] {(byte) (0x60 + bytes.length)}, bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}

package dev.parley.notification.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The browser's side, written from the standard and not from {@link Sealing}. */
final class Unsealing {
    private Unsealing() {}

    static byte[] open(byte[] sealed, ECPrivateKey own, ECPublicKey ownPublic, byte[] auth) {
        ByteBuffer in = ByteBuffer.wrap(sealed);
        byte[] salt = take(in, 16);
        if (in.getInt() < sealed.length - 86) throw new AssertionError("more than one record");
        byte[] sender = take(in, in.get());
        byte[] record = take(in, in.remaining());
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(own);
            agreement.doPhase(P256.publicKey(sender), true);
            byte[] first = mac(auth, agreement.generateSecret());
            ByteBuffer info = ByteBuffer.allocate(14 + 65 + 65 + 1)
                    .put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII))
                    .put(P256.point(ownPublic))
                    .put(sender)
                    .put((byte) 1);
            byte[] second = mac(salt, mac(first, info.array()));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            byte[] key = Arrays.copyOf(mac(second, "Content-Encoding: aes128gcm\0\1".getBytes()), 16);
            byte[] nonce = Arrays.copyOf(mac(second, "Content-Encoding: nonce\0\1".getBytes()), 12);
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            byte[] opened = cipher.doFinal(record);
            int end = opened.length - 1;
            while (opened[end] == 0) end--;
            if (opened[end] != 2) throw new AssertionError("not the last record");
            return Arrays.copyOf(opened, end);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("it was not sealed for this browser", e);
        }
    }

    private static byte[] mac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] take(ByteBuffer from, int length) {
        byte[] taken = new byte[length];
        from.get(taken);
        return taken;
    }
}

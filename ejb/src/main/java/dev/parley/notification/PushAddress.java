package dev.parley.notification;

import dev.parley.notification.push.Endpoints;
import dev.parley.notification.push.P256;
import dev.parley.shared.Invalid;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;

/**
 * Where a browser's notifications go, and how they are sealed for it; as the browser says it.
 *
 * @param p256dh the browser's public key, URL-safe text
 * @param auth its secret of 16 bytes, URL-safe text
 */
public record PushAddress(String endpoint, String p256dh, String auth) {
    private static final int AUTH = 16;
    private static final String WANTED = "keys must hold p256dh and auth, as the browser gave them.";

    /** @throws Invalid if a notification could not, or may not, go there */
    void check(Endpoints endpoints) {
        if (endpoints.check(endpoint).isEmpty())
            throw new Invalid("endpoint must be the https address of a push service.");
        if (p256dh == null || auth == null) throw new Invalid(WANTED);
        try {
            key();
            if (secret().length != AUTH) throw new IllegalArgumentException("auth");
        } catch (IllegalArgumentException e) {
            throw new Invalid(WANTED, e);
        }
    }

    ECPublicKey key() {
        return P256.publicKey(Base64.getUrlDecoder().decode(p256dh));
    }

    byte[] secret() {
        return Base64.getUrlDecoder().decode(auth);
    }
}

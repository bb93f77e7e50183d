package dev.parley.access;

import dev.parley.shared.Invalid;
import java.util.Base64;

/** Base64url of a browser's, as bytes. */
final class PasskeyBytes {
    /** An attestation may bring certificates of its maker's; none is as long as this. */
    private static final int LONGEST = 20_000;

    private PasskeyBytes() {}

    /** @throws Invalid if it is missing, too long, or not base64url */
    static byte[] of(String text) {
        if (text == null || text.isEmpty() || text.length() > LONGEST) throw unfit(null);
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw unfit(e);
        }
    }

    private static Invalid unfit(Throwable cause) {
        String message = "That is not what a browser says of a passkey.";
        return cause == null ? new Invalid(message) : new Invalid(message, cause);
    }
}

package dev.parley.sip.container;

import gov.nist.javax.sip.message.SIPRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Our tags in To. Computed from the request, so a retransmission of one that was answered without a transaction gets the
 * same answer again (RFC 3261 section 8.2.7), and keyed, so nobody can foresee them.
 */
final class Tags {
    private final SecretKeySpec key;

    Tags() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, "HmacSHA256");
    }

    String of(SIPRequest request) {
        return of(request.getCallId().getCallId()
                + '\n'
                + request.getFromTag()
                + '\n'
                + request.getCSeq().getSeqNumber()
                + request.getMethod()
                + '\n'
                + request.getTopmostVia().getBranch());
    }

    String of(String transaction) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] digest = mac.doFinal(transaction.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}

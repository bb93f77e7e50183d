package dev.parley.call;

import java.time.Instant;

/**
 * One place where a phone can be reached.
 *
 * @param contact the URI the phone gave, at most 1000 characters
 * @param callId the Call-ID of the registration that made it, at most 255 characters
 * @param cseq the number of that registration
 * @param preference from 0 to 1000, or null where the phone said nothing
 * @param transport "udp" or "tcp": how the registration came
 * @param remoteAddress where it really came from, with {@code remotePort}
 * @param expiresAt until when it holds
 */
public record Binding(
        String contact,
        String callId,
        long cseq,
        Integer preference,
        String transport,
        String remoteAddress,
        int remotePort,
        Instant expiresAt) {
    public static final int LONGEST_CONTACT = 1000;
    public static final int LONGEST_CALL_ID = 255;
}

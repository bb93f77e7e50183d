package dev.parley.access;

import dev.parley.shared.Digests;
import dev.parley.shared.PublicIds;
import dev.parley.shared.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A challenge that a page has, sealed, for one purpose and for whom it was made: nothing is stored until it is answered, and any node can
 * take the answer.
 *
 * @param challenge 256 random bits, base64url
 * @param bound whose it is: a sign-in's page, or the digest of what one browser keeps
 */
record PasskeyTicket(String challenge, String bound, Instant until) {
    /** How long somebody may take at the device. */
    static final Duration LIFE = Duration.ofMinutes(5);

    private static final int LONGEST = 600;
    private static final int PARTS = 3;

    /** A new one. */
    static PasskeyTicket make(String bound, Instant now) {
        return new PasskeyTicket(PublicIds.token(), bound, now.plus(LIFE));
    }

    /** As the page keeps it. */
    String seal(String purpose, Secrets with) {
        return with.seal(purpose, challenge + " " + until.getEpochSecond() + " " + bound);
    }

    /** Nothing if it is none of ours, was made for something or somebody else, or its five minutes are over. */
    static Optional<PasskeyTicket> open(String sealed, String purpose, String bound, Secrets with, Instant now) {
        if (sealed == null || sealed.length() > LONGEST) return Optional.empty();
        try {
            String[] p = with.open(purpose, sealed).split(" ", PARTS);
            var ticket = new PasskeyTicket(p[0], p[2], Instant.ofEpochSecond(Long.parseLong(p[1])));
            return now.isBefore(ticket.until) && ticket.isOf(bound) ? Optional.of(ticket) : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException | NegativeArraySizeException e) {
            return Optional.empty();
        }
    }

    private boolean isOf(String other) {
        return MessageDigest.isEqual(bound.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** The challenge's own bytes. */
    byte[] bytes() {
        return Base64.getUrlDecoder().decode(challenge);
    }

    /** Under what it is noted as answered. */
    String hash() {
        return Digests.sha256(challenge);
    }
}

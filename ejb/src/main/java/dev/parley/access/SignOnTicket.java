package dev.parley.access;

import dev.parley.access.oidc.CodeFlow;
import dev.parley.shared.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a browser carries to the provider and back, sealed, so that nothing is stored and nobody can have another browser finish it.
 *
 * @param rehearsal the owner who tries it, or 0 where somebody signs in
 * @param next the page that was asked for, or empty
 */
record SignOnTicket(long company, String issuer, CodeFlow.Secrets secrets, long rehearsal, String next, Instant until) {
    /** How long somebody may take at the provider. */
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final String PURPOSE = "single sign-on under way";
    private static final int LONGEST = 4_000;
    private static final int PARTS = 8;

    /** As the browser keeps it. */
    String seal(Secrets with) {
        // a next page has no blank and no line break, see its reader; it is the last all the same
        String all = String.join(
                "\n",
                Long.toString(company),
                issuer,
                secrets.state(),
                secrets.nonce(),
                secrets.verifier(),
                Long.toString(rehearsal),
                Long.toString(until.getEpochSecond()),
                next);
        return with.seal(PURPOSE, all);
    }

    /** Nothing if it is none of ours, or its ten minutes are over. */
    static Optional<SignOnTicket> open(String sealed, Secrets with, Instant now) {
        if (sealed == null || sealed.length() > LONGEST) return Optional.empty();
        try {
            String[] p = with.open(PURPOSE, sealed).split("\n", PARTS);
            Instant until = Instant.ofEpochSecond(Long.parseLong(p[6]));
            var secrets = new CodeFlow.Secrets(p[2], p[3], p[4]);
            var ticket = new SignOnTicket(Long.parseLong(p[0]), p[1], secrets, Long.parseLong(p[5]), p[7], until);
            return now.isBefore(until) ? Optional.of(ticket) : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException | NegativeArraySizeException e) {
            return Optional.empty();
        }
    }

    /** Whether the provider answers this request and no other. */
    boolean isAnsweredBy(String state) {
        return state != null
                && MessageDigest.isEqual(
                        secrets.state().getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.parley.visitor;

import dev.parley.shared.PublicIds;
import dev.parley.shared.Secrets;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A visitor's bearer: {@code pv_<visitor>.<site key>.<expiry>.<signature>}. Signed instead of stored, as there may be very many; it names
 * one site and is worth nothing on another. It lives for a day; the cookie, which is stored, gives a new one.
 */
@Dependent
class VisitorTokens {
    static final Duration LIFE = Duration.ofDays(1);

    private static final String PREFIX = "pv_";
    private static final String PURPOSE = "visitor-token";

    private final Secrets secrets;

    protected VisitorTokens() {
        this(null);
    }

    @Inject
    VisitorTokens(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Whom a token names. */
    record Claim(String visitor, String siteKey) {}

    /** A token of that visitor on that site, until that moment (to the second). */
    String issue(String visitor, String siteKey, Instant until) {
        String claim = visitor + "." + siteKey + "." + until.getEpochSecond();
        return PREFIX + claim + "." + secrets.sign(PURPOSE, claim);
    }

    /** What the token says, if it is ours and its time is not over. */
    Optional<Claim> verify(String token, Instant now) {
        if (token == null || !token.startsWith(PREFIX) || token.length() > 300) return Optional.empty();
        int end = token.lastIndexOf('.');
        if (end < PREFIX.length()) return Optional.empty();
        String claim = token.substring(PREFIX.length(), end);
        if (!secrets.verify(PURPOSE, claim, token.substring(end + 1))) return Optional.empty();
        String[] parts = claim.split("\\.");
        if (parts.length != 3 || !PublicIds.plausible(parts[0])) return Optional.empty();
        if (Long.parseLong(parts[2]) <= now.getEpochSecond()) return Optional.empty();
        return Optional.of(new Claim(parts[0], parts[1]));
    }
}

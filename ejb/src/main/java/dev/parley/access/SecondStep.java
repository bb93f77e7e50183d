package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.shared.PublicIds;
import dev.parley.shared.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets somebody whose password was right bring the code a moment later, without sending the password again and without anything stored: a
 * signed ticket that names the account and its time, and is void once the password is another.
 */
@ApplicationScoped
class SecondStep {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String PURPOSE = "second step of a sign-in";

    private final Secrets secrets;

    protected SecondStep() {
        this(null);
    }

    @Inject
    SecondStep(Secrets secrets) {
        this.secrets = secrets;
    }

    /** A ticket for an account whose password was right just now. */
    public String ticket(Account account, Instant at) {
        String claim = account.publicId() + "." + at.plus(LIFE).getEpochSecond();
        return claim + "." + sign(claim, account);
    }

    /** The public id of the account that a ticket names, signed or not; nothing where it is none. */
    public Optional<String> account(String ticket) {
        if (ticket == null || ticket.length() > 200) return Optional.empty();
        String[] parts = ticket.split("\\.");
        return parts.length == 3 && PublicIds.plausible(parts[0]) ? Optional.of(parts[0]) : Optional.empty();
    }

    /** Whether we gave the ticket to that account and its time is not over. */
    public boolean good(String ticket, Account account, Instant at) {
        String[] parts = ticket.split("\\.");
        String claim = parts[0] + "." + parts[1];
        return secrets.verify(PURPOSE, signed(claim, account), parts[2])
                && parts[0].equals(account.publicId())
                && at.isBefore(Instant.ofEpochSecond(Long.parseLong(parts[1])));
    }

    private String sign(String claim, Account account) {
        return secrets.sign(PURPOSE, signed(claim, account));
    }

    private static String signed(String claim, Account account) {
        return claim + " " + account.passwordHash();
    }
}

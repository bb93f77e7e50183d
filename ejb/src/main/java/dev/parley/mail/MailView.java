package dev.parley.mail;

import java.time.Instant;

/**
 * A mail as the company's administrators see it: never what it says.
 *
 * @param kind {@code reset} or {@code invitation}
 * @param attempts how often it was tried
 * @param at since when it is there
 * @param changedAt when it ended, or when it is tried next
 * @param problem what the mail server said last when it did not take it, or null
 */
public record MailView(
        String id,
        String kind,
        String to,
        MailOutcome outcome,
        int attempts,
        Instant at,
        Instant changedAt,
        String problem) {}

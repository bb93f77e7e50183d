package dev.parley.access;

import java.time.Instant;

/**
 * Whether an account asks for a code besides the password.
 *
 * @param since null where it does not
 * @param recoveryCodesLeft of ten; each is good once
 */
public record SecondFactorView(boolean on, Instant since, long recoveryCodesLeft) {}

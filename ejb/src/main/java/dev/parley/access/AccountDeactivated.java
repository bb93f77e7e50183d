package dev.parley.access;

/**
 * A colleague left: the account opens no door any more, its sign-ins have ended, its name stays where it stands. Fired in the transaction
 * that keeps it.
 *
 * @param account public id
 * @param answers whether the role answered visitors
 * @param by public id of who did it
 */
public record AccountDeactivated(long companyId, long accountId, String account, boolean answers, String by) {}

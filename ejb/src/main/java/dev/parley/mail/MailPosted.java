package dev.parley.mail;

/** A mail lies in the outbox. Fired in the transaction that posts it. */
record MailPosted() {}

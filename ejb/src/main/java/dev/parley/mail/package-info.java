/**
 * Mails. A feature posts one to the {@link dev.parley.mail.Outbox} in the transaction of the change that wants it; {@link dev.parley.mail.MailDrain}
 * sends it when that has committed, by SMTP, or to the {@link dev.parley.mail.Mailbox} of a demo without a mail server. What became of
 * each is in the {@link dev.parley.mail.MailLog}, as whom a company writes in {@link dev.parley.mail.SenderSettings}. Knows {@code audit} and no other feature.
 */
package dev.parley.mail;

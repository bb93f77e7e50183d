package dev.parley.mail;

import dev.parley.mail.smtp.SmtpAddress;
import java.util.Optional;

/**
 * How mails leave the installation. The operator decides, not the company.
 *
 * @param server host and port of the mail server, or null where there is none
 * @param from the address of every mail, or null where there is no server
 * @param mailbox whether they land in the mailbox of a demo instead
 */
public record MailWay(String server, String from, boolean mailbox) {
    static MailWay now() {
        Optional<SmtpAddress> smtp = MailRoute.smtp();
        return smtp.map(s -> new MailWay(s.toString(), s.from(), false))
                .orElseGet(() -> new MailWay(null, null, MailRoute.open()));
    }
}

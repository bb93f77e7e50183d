package dev.parley.mail;

import java.io.IOException;

/** The way out for mails: by SMTP, or into the mailbox of a demo. */
public interface Mailer {
    /**
     * Sends it. Returns when somebody else has taken it over.
     *
     * @param id the same for the same mail, however often it is sent
     * @throws IOException if it may be taken another time
     * @throws MailRefused if it will never be taken
     */
    void send(Mail mail, String id) throws IOException, MailRefused;
}

package dev.parley.mail;

/** A mail server will never take this mail: there is no such address there. */
public class MailRefused extends Exception {
    private static final long serialVersionUID = 1;

    public MailRefused(Throwable cause) {
        super(cause);
    }
}

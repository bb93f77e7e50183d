package dev.parley.mail;

import java.util.Locale;

/** What became of a mail. */
public enum MailOutcome {
    /** Not sent yet: it is tried at once, or again after a pause. */
    WAITING,
    /** A mail server took it; whether it reached anybody only that server knows. */
    SENT,
    /** The mail server knows no such address. */
    REFUSED,
    /** No mail server took it, ten times in a row. */
    EXHAUSTED,
    /** Its link would have been worth nothing any more. */
    OVER;

    /** As it stands in JSON and, but for the first, in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it stands in the database; null is {@link #WAITING}. */
    public static MailOutcome of(String wire) {
        return wire == null ? WAITING : valueOf(wire.toUpperCase(Locale.ROOT));
    }
}

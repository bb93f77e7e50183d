package dev.parley.mail;

/**
 * A mail to one person, in one language, as text and as HTML.
 *
 * @param to an address
 * @param sender what mail programs show beside the installation's address, in one line; null for nothing
 * @param replyTo an address, or null
 * @param subject one line
 */
public record Mail(String to, String sender, String replyTo, String subject, String text, String html) {
    private static final int LONGEST_SUBJECT = 300;

    public Mail {
        if (!plain(to) || replyTo != null && !plain(replyTo)) throw new IllegalArgumentException("not an address");
        sender = sender == null ? null : line(sender);
        subject = line(subject);
        if (subject.length() > LONGEST_SUBJECT) subject = subject.substring(0, LONGEST_SUBJECT);
    }

    /** One from nobody in particular. */
    public Mail(String to, String subject, String text, String html) {
        this(to, null, null, subject, text, html);
    }

    /** The same from somebody. */
    public Mail from(Sender from) {
        return new Mail(to, from.name(), from.replyTo(), subject, text, html);
    }

    private static boolean plain(String address) {
        return address.chars().noneMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c));
    }

    /** A line break would begin another header. */
    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }

    /** Neither to whom nor what: this text may reach a log. */
    @Override
    public String toString() {
        return "Mail";
    }
}

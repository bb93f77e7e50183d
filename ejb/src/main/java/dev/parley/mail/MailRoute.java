package dev.parley.mail;

import dev.parley.db.Settings;
import dev.parley.mail.smtp.SmtpAddress;
import java.net.URI;
import java.util.Optional;

/** Where mails go and what their links begin with, as the operator has it. */
public final class MailRoute {
    private MailRoute() {}

    /** The mail server; nothing where there is none. @throws IllegalArgumentException if {@code PARLEY_SMTP_URL} is none */
    static Optional<SmtpAddress> smtp() {
        return Settings.find("PARLEY_SMTP_URL").map(SmtpAddress::of);
    }

    /** Whether mails can leave: to a server, or to the mailbox of a demo. */
    static boolean open() {
        return Settings.demo() || Settings.find("PARLEY_SMTP_URL").isPresent();
    }

    /** An address under {@code PARLEY_PUBLIC_URL}: never what a request calls this host, or a stranger could have links sent that lead to him. */
    public static URI link(String path) {
        String base = Settings.get("PARLEY_PUBLIC_URL", "http://localhost:" + Settings.number("PARLEY_PORT", 8080));
        return URI.create(base.replaceAll("/+$", "") + path);
    }
}

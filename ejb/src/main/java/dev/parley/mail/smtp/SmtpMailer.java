package dev.parley.mail.smtp;

import dev.parley.mail.Mail;
import dev.parley.mail.MailRefused;
import dev.parley.mail.Mailer;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One connection a mail; a mail server that does not answer within 20 seconds has not taken it. */
public final class SmtpMailer implements Mailer {
    private static final Logger LOG = Logger.getLogger(SmtpMailer.class.getName());

    private static final String PATIENCE_MS = "20000";

    private final SmtpAddress server;

    public SmtpMailer(SmtpAddress server) {
        this.server = server;
    }

    @Override
    public void send(Mail mail, String id) throws IOException, MailRefused {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // Jakarta Mail finds its parts by the thread's loader; the one that gave us the API has them
        Thread.currentThread().setContextClassLoader(Session.class.getClassLoader());
        try {
            Session session = Session.getInstance(properties());
            Message message = message(session, mail, id);
            Transport transport = session.getTransport(protocol());
            try {
                transport.connect(server.host(), server.port(), server.user(), server.password());
                transport.sendMessage(message, message.getAllRecipients());
            } finally {
                leave(transport);
            }
        } catch (AddressException e) {
            throw new MailRefused(e);
        } catch (SendFailedException e) {
            Address[] invalid = e.getInvalidAddresses();
            if (invalid != null && invalid.length > 0) throw new MailRefused(e);
            throw new IOException(e);
        } catch (MessagingException e) {
            throw new IOException(e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** A mail that was taken stays taken, however the connection ends: to fail for that would send it twice. */
    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.log(Level.FINE, "the mail server hung up first", e);
        }
    }

    private Message message(Session session, Mail mail, String id) throws MessagingException {
        var message = new Identified(session, "<" + id + "@" + domain() + ">");
        message.setFrom(sender(mail));
        if (mail.replyTo() != null) message.setReplyTo(new Address[] {new InternetAddress(mail.replyTo(), true)});
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), "UTF-8");
        message.setSentDate(new java.util.Date());
        // no robot shall answer
        message.setHeader("Auto-Submitted", "auto-generated");
        var text = new MimeBodyPart();
        text.setText(mail.text(), "UTF-8");
        var html = new MimeBodyPart();
        html.setText(mail.html(), "UTF-8", "html");
        // the last part is the one that programs prefer
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    /** The name is encoded and quoted here; whatever is in it, the address stays ours. */
    private InternetAddress sender(Mail mail) throws MessagingException {
        try {
            return new InternetAddress(server.from(), mail.sender(), "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("no UTF-8", e);
        }
    }

    private String domain() {
        return server.from().substring(server.from().indexOf('@') + 1);
    }

    private String protocol() {
        return server.secure() ? "smtps" : "smtp";
    }

    private Properties properties() {
        Properties p = new Properties();
        String prefix = "mail." + protocol() + ".";
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            p.setProperty(prefix + wait, PATIENCE_MS);
        }
        p.setProperty(prefix + "auth", String.valueOf(server.user() != null));
        p.setProperty(prefix + "ssl.checkserveridentity", "true");
        p.setProperty(prefix + "starttls.enable", String.valueOf(!"no".equals(server.startTls())));
        p.setProperty(prefix + "starttls.required", String.valueOf("required".equals(server.startTls())));
        return p;
    }

    /** Jakarta Mail would make another Message-ID each time; whoever gets the mail twice knows it by this. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

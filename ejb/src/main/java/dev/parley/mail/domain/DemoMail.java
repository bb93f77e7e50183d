package dev.parley.mail.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A mail that a demo without a mail server shows instead of sending it. The same mail is kept once. */
@Entity
@Table(name = "demo_mail")
@NamedQuery(name = "DemoMail.newest", query = "select m from DemoMail m order by m.id desc")
@NamedQuery(name = "DemoMail.byPublicId", query = "select m from DemoMail m where m.publicId = :publicId")
public class DemoMail {
    @Id
    @SequenceGenerator(name = "demo_mail_seq", sequenceName = "demo_mail_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "demo_mail_seq")
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    private String sender;
    private String recipient;
    private String subject;

    @Column(name = "body_text")
    private String text;

    @Column(name = "body_html")
    private String html;

    private Instant at;

    protected DemoMail() {}

    public DemoMail(
            String publicId, String sender, String recipient, String subject, String text, String html, Instant at) {
        this.publicId = publicId;
        this.sender = sender;
        this.recipient = recipient;
        this.subject = subject;
        this.text = text;
        this.html = html;
        this.at = at;
    }

    public String publicId() {
        return publicId;
    }

    /** What mail programs would show, or empty. */
    public String sender() {
        return sender;
    }

    public String recipient() {
        return recipient;
    }

    public String subject() {
        return subject;
    }

    public String text() {
        return text;
    }

    public String html() {
        return html;
    }

    public Instant at() {
        return at;
    }
}

package dev.parley.mail.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.Table;

/** As whom a company writes. Made with the first change; what is null is as for a company that never said anything. */
@Entity
@Table(name = "mail_sender")
@NamedNativeQuery(name = "MailSender.company", query = "select public_id, name from company where id = ?1")
public class MailSender {
    @Id
    @Column(name = "company_id")
    private long companyId;

    private String name;

    @Column(name = "reply_to")
    private String replyTo;

    private long version;

    protected MailSender() {}

    /** Nothing said yet. */
    public MailSender(long companyId) {
        this.companyId = companyId;
    }

    /** @param newName null for the company's name @param newReplyTo null for nobody in particular */
    public void say(String newName, String newReplyTo) {
        name = newName;
        replyTo = newReplyTo;
        version++;
    }

    /** Null for the company's. */
    public String name() {
        return name;
    }

    /** An address, or null. */
    public String replyTo() {
        return replyTo;
    }

    public long version() {
        return version;
    }
}

package dev.parley.visitor.domain;

import dev.parley.shared.PublicIds;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A note on a person as it is kept. Written once; its author or a supervisor may take it away. */
@Entity
@Table(name = "visitor_note")
@NamedQuery(
        name = "VisitorNoteRow.ofVisitor",
        query =
                "select n, a.publicId, a.name from VisitorNoteRow n, Account a where n.companyId = :companyId and n.visitorId = :visitorId"
                        + " and a.id = n.authorId order by n.at desc, n.id desc")
@NamedQuery(
        name = "VisitorNoteRow.byPublicId",
        query = "select n from VisitorNoteRow n where n.companyId = :companyId and n.publicId = :publicId")
public class VisitorNoteRow {
    @Id
    @SequenceGenerator(name = "visitor_note_seq", sequenceName = "visitor_note_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "visitor_note_seq")
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "visitor_id")
    private long visitorId;

    @Column(name = "author_id")
    private long authorId;

    private String body;
    private Instant at;

    protected VisitorNoteRow() {}

    public static VisitorNoteRow write(Visitor about, long authorId, String body, Instant at) {
        var row = new VisitorNoteRow();
        row.publicId = PublicIds.next();
        row.companyId = about.companyId();
        row.visitorId = about.id();
        row.authorId = authorId;
        row.body = body;
        row.at = at;
        return row;
    }

    public String publicId() {
        return publicId;
    }

    public long visitorId() {
        return visitorId;
    }

    public boolean isBy(long accountId) {
        return authorId == accountId;
    }

    public String body() {
        return body;
    }

    public Instant at() {
        return at;
    }
}

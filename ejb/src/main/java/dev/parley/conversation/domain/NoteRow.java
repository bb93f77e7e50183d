package dev.parley.conversation.domain;

import dev.parley.conversation.Author;
import dev.parley.conversation.Note;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** An internal note as it is kept. Written once. */
@Entity
@Table(name = "note")
@NamedQuery(
        name = "NoteRow.byClientId",
        query =
                "select n from NoteRow n where n.companyId = :companyId and n.authorId = :authorId and n.clientId = :clientId")
@NamedQuery(
        name = "NoteRow.after",
        query =
                "select n, a.publicId, a.name from NoteRow n, Account a where n.companyId = :companyId and n.conversationId = :conversationId"
                        + " and n.afterSeq >= :after and a.id = n.authorId order by n.afterSeq, n.id")
@NamedQuery(
        name = "NoteRow.counts",
        query =
                "select c.publicId, count(n) from NoteRow n, Conversation c where n.companyId = :companyId and n.conversationId in :ids"
                        + " and c.id = n.conversationId group by c.publicId")
public class NoteRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "note_seq")
    @SequenceGenerator(name = "note_seq", sequenceName = "note_seq", allocationSize = 50)
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "conversation_id")
    private long conversationId;

    @Column(name = "after_seq")
    private long afterSeq;

    @Column(name = "author_id")
    private long authorId;

    @Column(name = "client_id")
    private String clientId;

    private String body;
    private Instant at;

    protected NoteRow() {}

    public static NoteRow write(
            String publicId,
            long companyId,
            long conversationId,
            long afterSeq,
            long authorId,
            String clientId,
            String body,
            Instant at) {
        var row = new NoteRow();
        row.publicId = publicId;
        row.companyId = companyId;
        row.conversationId = conversationId;
        row.afterSeq = afterSeq;
        row.authorId = authorId;
        row.clientId = clientId;
        row.body = body;
        row.at = at;
        return row;
    }

    public Long id() {
        return id;
    }

    public long companyId() {
        return companyId;
    }

    public long conversationId() {
        return conversationId;
    }

    public boolean saysTheSame(long inConversation, String text) {
        return conversationId == inConversation && body.equals(text);
    }

    public Note as(String conversation, Author author) {
        return new Note(conversation, publicId, afterSeq, clientId, at, author, body);
    }
}

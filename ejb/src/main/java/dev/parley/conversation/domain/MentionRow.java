package dev.parley.conversation.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** That a note names a colleague. Seen when the colleague has had the conversation in front since. */
@Entity
@Table(name = "mention")
@NamedQuery(
        name = "MentionRow.colleagues",
        query =
                "select a.id, a.name, a.role, r.permissions from Account a left join a.ownRole r where a.companyId = :companyId and a.active = true and a.id <> :authorId")
@NamedQuery(
        name = "MentionRow.see",
        query =
                "update MentionRow m set m.seen = true where m.companyId = :companyId and m.accountId = :accountId and m.conversationId = :conversationId"
                        + " and m.seen = false")
public class MentionRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mention_seq")
    @SequenceGenerator(name = "mention_seq", sequenceName = "mention_seq", allocationSize = 50)
    private Long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "note_id")
    private long noteId;

    @Column(name = "conversation_id")
    private long conversationId;

    @Column(name = "account_id")
    private long accountId;

    private boolean seen;

    protected MentionRow() {}

    /** Not seen yet. @param note kept already */
    public static MentionRow of(NoteRow note, long accountId) {
        var row = new MentionRow();
        row.companyId = note.companyId();
        row.noteId = note.id();
        row.conversationId = note.conversationId();
        row.accountId = accountId;
        return row;
    }
}

package dev.parley.conversation;

import dev.parley.conversation.ConversationEvent.Mentioned;
import dev.parley.conversation.ConversationEvent.NoteWritten;
import dev.parley.conversation.domain.NoteRow;
import dev.parley.conversation.persistence.MentionRows;
import dev.parley.shared.Caller;
import dev.parley.shared.Permission;
import dev.parley.shared.PublicIds;
import dev.parley.shared.Refused;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Internal notes. Every method asks for a colleague; a visitor has no way in. */
@Stateless
@PermitAll
public class Notes {
    private static final int MOST = 500;
    private static final int MOST_NAMED = 20;

    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    private final Admissions admissions;
    private final MentionRows mentions;
    private final Event<ConversationEvent> news;
    private final Clock clock;

    protected Notes() {
        this(null, null, null, null);
    }

    @Inject
    public Notes(Admissions admissions, MentionRows mentions, Event<ConversationEvent> news, Clock clock) {
        this.admissions = admissions;
        this.mentions = mentions;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Writes a note behind the last message, and tells the colleagues whom it names. The same client id again gives the same note.
     *
     * @param draft text only; {@code conversation} is required
     * @throws Refused if the client id was used for another note
     * @throws dev.parley.shared.NotFound if the caller may not see the conversation
     */
    public Note write(Caller caller, Draft draft) {
        Caller.Staff staff = caller.require(Permission.ANSWER_CONVERSATIONS);
        Standing standing = admissions.visible(staff, draft.conversation());
        // under the head's lock, so that two resends at once are one after the other
        Number lastSeq = (Number) ((Object[]) em.createNativeQuery(
                                "select last_seq, epoch from conversation_head where conversation_id = ?1 for update")
                        .setParameter(1, standing.id())
                        .getSingleResult())
                [0];
        var earlier = em.createNamedQuery("NoteRow.byClientId", NoteRow.class)
                .setParameter("companyId", staff.companyId())
                .setParameter("authorId", staff.accountId())
                .setParameter("clientId", draft.clientId())
                .getResultList();
        if (!earlier.isEmpty()) return again(earlier.get(0), standing, draft, staff);
        var row = NoteRow.write(
                PublicIds.next(),
                staff.companyId(),
                standing.id(),
                lastSeq.longValue(),
                staff.accountId(),
                draft.clientId(),
                draft.text(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        em.persist(row);
        Note note = row.as(standing.conversation(), Author.of(staff));
        news.fire(new NoteWritten(staff.companyId(), standing.id(), note, draft.origin()));
        if (note.text().indexOf('@') >= 0) tellNamed(staff, row, note);
        return note;
    }

    private void tellNamed(Caller.Staff author, NoteRow row, Note note) {
        NamedColleagues.in(note.text(), mentions.colleagues(author)).stream()
                .limit(MOST_NAMED)
                .forEach(account -> {
                    mentions.add(row, account);
                    news.fire(new Mentioned(author.companyId(), row.conversationId(), account, note));
                });
    }

    /** Notes that stand behind {@code after} or later messages, oldest first, at most 500. @throws dev.parley.shared.NotFound as ever */
    public List<Note> after(Caller caller, String conversation, long after) {
        Caller.Staff staff = caller.require(Permission.ANSWER_CONVERSATIONS);
        Standing standing = admissions.visible(staff, conversation);
        return em.createNamedQuery("NoteRow.after", Object[].class)
                .setParameter("companyId", staff.companyId())
                .setParameter("conversationId", standing.id())
                .setParameter("after", after)
                .setMaxResults(MOST)
                .getResultStream()
                .map(row -> ((NoteRow) row[0]).as(conversation, new Author("agent", (String) row[1], (String) row[2])))
                .toList();
    }

    /** How many notes each of these conversations has, by public id; those without are left out. */
    public Map<String, Long> counts(Caller caller, List<Long> conversationIds) {
        Caller.Staff staff = caller.require(Permission.ANSWER_CONVERSATIONS);
        var counts = new HashMap<String, Long>();
        if (conversationIds.isEmpty()) return counts;
        em.createNamedQuery("NoteRow.counts", Object[].class)
                .setParameter("companyId", staff.companyId())
                .setParameter("ids", conversationIds)
                .getResultStream()
                .forEach(row -> counts.put((String) row[0], (Long) row[1]));
        return counts;
    }

    private static Note again(NoteRow row, Standing standing, Draft draft, Caller.Staff staff) {
        if (!row.saysTheSame(standing.id(), draft.text()))
            throw new Refused("This clientId was used for another note.");
        return row.as(standing.conversation(), Author.of(staff));
    }
}

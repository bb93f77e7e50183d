package dev.parley.visitor;

import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.Permission;
import dev.parley.shared.Refused;
import dev.parley.shared.RowLock;
import dev.parley.shared.ShortText;
import dev.parley.visitor.VisitorEvent.VisitorChanged;
import dev.parley.visitor.domain.Visitor;
import dev.parley.visitor.domain.VisitorNoteRow;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What colleagues write down about a person. Every method asks for a colleague; a visitor has no way in. */
@Stateless
@PermitAll
public class VisitorNotes {
    /** How many there are about one visitor at most. */
    public static final int MOST = 50;

    private static final int LONGEST = 2000;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    private final Event<VisitorEvent> news;
    private final Clock clock;

    protected VisitorNotes() {
        this(null, null);
    }

    @Inject
    public VisitorNotes(Event<VisitorEvent> news, Clock clock) {
        this.news = news;
        this.clock = clock;
    }

    /** Newest first; none of a visitor of another company. */
    public List<VisitorNote> of(Caller caller, String visitor) {
        long company = answering(caller).companyId();
        return find(company, visitor).map(v -> notes(company, v.id())).orElse(List.of());
    }

    /**
     * Writes one down.
     *
     * @throws NotFound if the company has no such visitor
     * @throws Invalid if it says nothing, or more than {@value #LONGEST} characters
     * @throws Refused if there are {@value #MOST} already
     */
    public VisitorNote write(Caller caller, String visitor, String text) {
        Caller.Staff author = answering(caller);
        String body = ShortText.of("A note", text, LONGEST);
        if (body == null) throw new Invalid("A note says something.");
        Visitor about = find(author.companyId(), visitor).orElseThrow(() -> new NotFound("There is no such visitor."));
        // one author after the other, or two would each find room for the last note
        RowLock.VISITOR.take(em, about.id());
        em.refresh(about);
        if (notes(author.companyId(), about.id()).size() >= MOST) {
            throw new Refused("There are at most " + MOST + " notes on a person.");
        }
        VisitorNoteRow row = VisitorNoteRow.write(about, author.accountId(), body, clock.instant());
        em.persist(row);
        changed(about);
        return view(row, author.publicId(), author.name());
    }

    /**
     * Takes one away.
     *
     * @throws NotFound if the company has no such note
     * @throws Forbidden if it is a colleague's, and the role may not take away those
     */
    public void remove(Caller caller, String note) {
        Caller.Staff staff = answering(caller);
        VisitorNoteRow row = em.createNamedQuery("VisitorNoteRow.byPublicId", VisitorNoteRow.class)
                .setParameter("companyId", staff.companyId())
                .setParameter("publicId", note)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no such note."));
        if (!row.isBy(staff.accountId())) staff.require(Permission.REMOVE_NOTES_OF_OTHERS);
        em.remove(row);
        changed(em.find(Visitor.class, row.visitorId()));
    }

    private static Caller.Staff answering(Caller caller) {
        return caller.require(Permission.ANSWER_CONVERSATIONS);
    }

    private Optional<Visitor> find(long companyId, String visitor) {
        return em.createNamedQuery("Visitor.byPublicId", Visitor.class)
                .setParameter("publicId", visitor)
                .getResultStream()
                .filter(v -> v.companyId() == companyId)
                .findFirst();
    }

    private List<VisitorNote> notes(long companyId, long visitorId) {
        return em.createNamedQuery("VisitorNoteRow.ofVisitor", Object[].class)
                .setParameter("companyId", companyId)
                .setParameter("visitorId", visitorId)
                .getResultStream()
                .map(r -> view((VisitorNoteRow) r[0], (String) r[1], (String) r[2]))
                .toList();
    }

    private void changed(Visitor visitor) {
        news.fire(new VisitorChanged(visitor.caller()));
    }

    private static VisitorNote view(VisitorNoteRow row, String authorId, String author) {
        return new VisitorNote(row.publicId(), authorId, author, row.at(), row.body());
    }
}

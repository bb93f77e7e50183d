package dev.parley.conversation;

import dev.parley.conversation.ConversationEvent.ReadMoved;
import dev.parley.conversation.persistence.FollowedRows;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What another node did to conversations that sessions of this one follow. For the desk's own pushes: whoever is told something has been let
 * into the conversation before.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Following {
    private final FollowedRows rows;
    private final Clock clock;

    protected Following() {
        this(null, null);
    }

    @Inject
    public Following(FollowedRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The last seq of each of these conversations, by key; 500 at a question. */
    public Map<Long, Long> heads(Collection<Long> conversations) {
        return rows.heads(conversations);
    }

    /** The open conversations that these agents own or take part in; 500 agents at a question. */
    public List<InHand> inHand(Collection<Long> accounts) {
        return rows.inHand(accounts);
    }

    /** Who takes part in these conversations, also in closed ones; 500 conversations at a question. */
    public List<TakesPart> takingPart(Collection<Long> conversations) {
        return rows.takingPart(conversations);
    }

    /** What waits in these companies, the oldest first, at most so many; 500 companies at a question, each with that bound. */
    public List<WaitsIn> waiting(Collection<Long> companies, int most) {
        return rows.waiting(companies, most);
    }

    /** The visitors' conversations that are not closed and were opened before that; 500 visitors at a question. */
    public List<OfVisitor> ofVisitors(Collection<Long> visitors, Instant openedBefore) {
        return rows.ofVisitors(visitors, openedBefore);
    }

    /** Whoever has that public id, as others see a visitor or a colleague; empty where the company has no such one. */
    public Optional<Author> author(long companyId, boolean visitor, String publicId) {
        return rows.author(companyId, visitor, publicId);
    }

    /** How far somebody has received and read, as it was told when it was stored. @param reader public id */
    public Optional<ReadMoved> mark(long companyId, long conversationId, String reader) {
        return rows.mark(companyId, conversationId, reader, clock.instant());
    }

    /** A note, for colleagues only. @param id its public id */
    public Optional<Note> note(long companyId, String id) {
        return rows.note(companyId, id);
    }
}

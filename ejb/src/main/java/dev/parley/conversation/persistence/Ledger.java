package dev.parley.conversation.persistence;

import dev.parley.conversation.Author;
import dev.parley.conversation.Message;
import dev.parley.conversation.Note;
import dev.parley.conversation.domain.Conversation;
import dev.parley.conversation.domain.LogEntry;
import dev.parley.conversation.domain.NoteRow;
import dev.parley.shared.Json;
import dev.parley.shared.NotFound;
import dev.parley.shared.PublicIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/** How a change of a conversation is kept: head locked, epoch raised, log entry and timeline row appended. Needs a transaction. */
@ApplicationScoped
public class Ledger {
    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    private final Clock clock;

    protected Ledger() {
        this(null);
    }

    @Inject
    public Ledger(Clock clock) {
        this.clock = clock;
    }

    /** A colleague or a department as others see it. */
    public record Person(String id, String name) {
        public JsonObject json() {
            return Json.createObjectBuilder().add("id", id).add("name", name).build();
        }
    }

    /** Locks the head and reads the conversation as it is now. @throws NotFound if there is none */
    public Change begin(long conversationId) {
        Object[] head = row(
                "select last_seq, epoch from conversation_head where conversation_id = ?1 for update", conversationId);
        var conversation = em.find(Conversation.class, conversationId);
        em.refresh(conversation); // a copy read earlier in this transaction may be from before the lock
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Change(conversation, ((Number) head[0]).longValue() + 1, ((Number) head[1]).longValue() + 1, now);
    }

    /** Appends the log entry and the event that everybody in the conversation sees, and raises the head. */
    public Message append(
            Change change, String type, Author by, Long agentId, String reason, Consumer<JsonObjectBuilder> members) {
        var conversation = change.conversation();
        em.persist(LogEntry.of(conversation, type, by, agentId, cut(reason), change.at()));
        var event = Json.createObjectBuilder().add("type", type).add("by", json(by));
        members.accept(event);
        String extra = Json.createObjectBuilder().add("event", event).build().toString();
        return appendRow(change, "event", extra);
    }

    /** Appends a log entry of what nobody sees in the timeline. */
    public void log(Change change, String type, Author by, String reason) {
        em.persist(LogEntry.of(change.conversation(), type, by, null, cut(reason), change.at()));
    }

    /** Keeps a colleague's note behind the row that was appended last. @param by of the conversation's company */
    public Note note(Change change, Author by, String text) {
        var conversation = change.conversation();
        var author = (Number) em.createNativeQuery("select id from account where public_id = ?1 and company_id = ?2")
                .setParameter(1, by.id())
                .setParameter(2, conversation.companyId())
                .getSingleResult();
        var row = NoteRow.write(
                PublicIds.next(),
                conversation.companyId(),
                conversation.id(),
                change.seq(),
                author.longValue(),
                PublicIds.next(),
                text,
                change.at());
        em.persist(row);
        return row.as(conversation.publicId(), by);
    }

    /** Appends a row that is nobody's words (an event, a change of an earlier message) and raises the head. */
    public Message appendRow(Change change, String kind, String extra) {
        var conversation = change.conversation();
        String clientId = PublicIds.next();
        em.createNativeQuery("""
                        insert into message (id, company_id, conversation_id, seq, kind, author_kind, sender, author_name, client_id, digest,
                          extra, at)
                        values (nextval('message_seq'), ?1, ?2, ?3, ?4, 'system', 'system', '', ?5, '', ?6, ?7)""")
                .setParameter(1, conversation.companyId())
                .setParameter(2, conversation.id())
                .setParameter(3, change.seq())
                .setParameter(4, kind)
                .setParameter(5, clientId)
                .setParameter(6, extra)
                .setParameter(7, change.at().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        em.createNativeQuery("update conversation_head set last_seq = ?1, epoch = ?2 where conversation_id = ?3")
                .setParameter(1, change.seq())
                .setParameter(2, change.epoch())
                .setParameter(3, conversation.id())
                .executeUpdate();
        return new Message(
                conversation.publicId(), change.seq(), clientId, change.at(), Author.SYSTEM, kind, null, extra);
    }

    /** @return false where the agent took part already */
    public boolean participate(Conversation conversation, long accountId, Instant at) {
        if (isParticipant(conversation.id(), accountId)) return false;
        em.createNativeQuery(
                        "insert into conversation_participant (conversation_id, company_id, account_id, joined_at) values (?1, ?2, ?3, ?4)")
                .setParameter(1, conversation.id())
                .setParameter(2, conversation.companyId())
                .setParameter(3, accountId)
                .setParameter(4, at.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return true;
    }

    public boolean isParticipant(long conversationId, long accountId) {
        return !em.createNativeQuery(
                        "select 1 from conversation_participant where conversation_id = ?1 and account_id = ?2")
                .setParameter(1, conversationId)
                .setParameter(2, accountId)
                .getResultList()
                .isEmpty();
    }

    public void leave(Conversation conversation, Long accountId) {
        if (accountId == null) return;
        em.createNativeQuery("delete from conversation_participant where conversation_id = ?1 and account_id = ?2")
                .setParameter(1, conversation.id())
                .setParameter(2, accountId)
                .executeUpdate();
    }

    public void leaveAll(Conversation conversation) {
        em.createNativeQuery("delete from conversation_participant where conversation_id = ?1")
                .setParameter(1, conversation.id())
                .executeUpdate();
    }

    /** @throws NotFound if the company has no such colleague */
    public Person person(long companyId, long accountId) {
        Object[] found = row(
                "select public_id, name from account where id = ?1 and company_id = ?2 and active",
                accountId,
                companyId);
        return new Person((String) found[0], (String) found[1]);
    }

    /** @throws NotFound if the company has no such department */
    public Person department(long companyId, long departmentId) {
        Object[] found = row(
                "select public_id, name from department where id = ?1 and company_id = ?2", departmentId, companyId);
        return new Person((String) found[0], (String) found[1]);
    }

    private Object[] row(String sql, Object... parameters) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) query.setParameter(i + 1, parameters[i]);
        List<?> rows = query.getResultList();
        if (rows.isEmpty()) throw new NotFound("There is no such conversation.");
        return (Object[]) rows.get(0);
    }

    private static JsonObject json(Author by) {
        return Json.createObjectBuilder()
                .add("kind", by.kind())
                .add("id", by.id())
                .add("name", by.name())
                .build();
    }

    private static String cut(String reason) {
        return reason == null || reason.length() <= 300 ? reason : reason.substring(0, 300);
    }
}

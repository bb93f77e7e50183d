package dev.parley.conversation;

import java.time.Instant;
import java.util.List;

/**
 * A conversation in a list.
 *
 * @param key for the desk itself; never leaves the building
 * @param visitorName null where the visitor gave none
 * @param agent the owner, or null
 * @param lastSeq the head
 * @param readSeq how far the one who asks has read
 * @param unread messages of the other side behind that
 * @param delivered how far the furthest of the other side was reached
 * @param read how far the furthest of the other side has read
 * @param preview the last words said, cut to 200 characters, or null
 * @param previous public id of the one it continues, or null
 * @param outcome how it ended, where an agent said so
 * @param tags what it is about; empty where a visitor asks, as are the participants
 * @param participants agents who take part, the owner among them, in the order they came
 * @param target what has to happen next, and until when; null where nothing is promised, or a visitor asks
 */
public record ConversationView(
        long key,
        String id,
        ConversationStatus status,
        String origin,
        Named department,
        Named visitor,
        Agent agent,
        long lastSeq,
        long epoch,
        long readSeq,
        long unread,
        long delivered,
        long read,
        Instant openedAt,
        Instant waitingSince,
        Instant closedAt,
        String preview,
        Instant lastAt,
        String previous,
        Named outcome,
        List<Named> tags,
        List<Named> participants,
        Priority priority,
        Target target) {
    /** The same with its tags, participants and target, which stand in lists of their own. */
    public ConversationView with(List<Named> itsTags, List<Named> itsParticipants, Target itsTarget) {
        return new ConversationView(
                key,
                id,
                status,
                origin,
                department,
                visitor,
                agent,
                lastSeq,
                epoch,
                readSeq,
                unread,
                delivered,
                read,
                openedAt,
                waitingSince,
                closedAt,
                preview,
                lastAt,
                previous,
                outcome,
                itsTags,
                itsParticipants,
                priority,
                itsTarget);
    }

    /**
     * A running clock.
     *
     * @param measure {@code first-response}, {@code next-response} or {@code resolution}
     * @param warnAt when a quarter of the time is left
     */
    public record Target(String measure, Instant dueAt, Instant warnAt) {}

    /** Somebody or something with a name. */
    public record Named(String id, String name) {}

    /**
     * Who answers, as visitors get to know the person.
     *
     * @param title what the person does, or null
     * @param avatar address of a picture on Parley's own origin, or null
     */
    public record Agent(String id, String name, String title, String avatar) {}
}

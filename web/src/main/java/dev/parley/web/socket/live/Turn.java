package dev.parley.web.socket.live;

import dev.parley.cluster.Hint;
import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent.AgentJoined;
import dev.parley.conversation.ConversationEvent.AgentLeft;
import dev.parley.conversation.ConversationEvent.ConversationAssigned;
import dev.parley.conversation.ConversationEvent.ConversationClosed;
import dev.parley.conversation.ConversationEvent.ConversationReopened;
import dev.parley.conversation.ConversationEvent.ConversationRequeued;
import dev.parley.conversation.ConversationEvent.ConversationTransferred;
import dev.parley.conversation.Message;
import dev.parley.shared.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;

/**
 * A turn in the life of a conversation that another node brought about: the event as it was there, made again of the hint and of the row of
 * the timeline that it wrote. The reason of a requeue stands in no row and is not told.
 */
record Turn(Hint hint, Message line) {
    void tell(ConversationNews news) {
        long company = hint.company();
        long id = hint.conversation();
        long department = hint.department();
        JsonObject event = event();
        Author by = by(event);
        switch (hint.kind()) {
            case ASSIGNED -> news.assigned(new ConversationAssigned(company, id, hint.person(), department, by, line));
            case JOINED -> news.joined(new AgentJoined(company, id, hint.person(), department, by, line));
            case LEFT -> news.left(new AgentLeft(company, id, hint.person(), department, by, line));
            case REQUEUED ->
                news.requeued(new ConversationRequeued(company, id, department, key(hint.former()), by, null, line));
            case TRANSFERRED ->
                news.transferred(new ConversationTransferred(
                        company, id, hint.from(), department, key(hint.former()), key(hint.person()), by, line));
            case CLOSED ->
                news.closed(new ConversationClosed(
                        company, id, department, key(hint.person()), by, event.getString("reason", null), line));
            case REOPENED -> news.reopened(new ConversationReopened(company, id, department, by, line));
            default -> throw new IllegalArgumentException("no turn: " + hint.kind());
        }
    }

    private JsonObject event() {
        if (line.extra() == null) return JsonObject.EMPTY_JSON_OBJECT;
        try (var reader = Json.createReader(new StringReader(line.extra()))) {
            JsonObject event = reader.readObject().getJsonObject("event");
            return event == null ? JsonObject.EMPTY_JSON_OBJECT : event;
        }
    }

    private static Author by(JsonObject event) {
        JsonObject by = event.getJsonObject("by");
        return by == null
                ? Author.SYSTEM
                : new Author(by.getString("kind"), by.getString("id"), by.getString("name", ""));
    }

    private static Long key(long number) {
        return number == 0 ? null : number;
    }
}
